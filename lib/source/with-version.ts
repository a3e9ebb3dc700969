import { isScalar, parseDocument } from 'yaml';

/**
 * A YAML or JSON text with another version; every other byte stays the same.
 * @param places the paths of the version, such as [['version'], ['packages', '', 'version']]; missing ones are skipped
 */
export function withVersion(text: string, version: string, places: readonly (readonly string[])[]): string {
  const document = parseDocument(text);
  const ranges = places.flatMap((place) => {
    const node = document.getIn(place, true);
    return isScalar(node) && node.range ? [node.range] : [];
  });
  let changed = text;
  for (const [start, end] of ranges.sort((a, b) => b[0] - a[0])) {
    const [quote = ''] = /^['"]/.exec(text.slice(start, end)) ?? [];
    changed = `${changed.slice(0, start)}${quote}${version}${quote}${changed.slice(end)}`;
  }
  return changed;
}
