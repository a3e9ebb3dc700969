/**
 * An object as JSON with one list item per line: compact enough for large corpora, and readable in a line-based diff.
 */
export function jsonLines(value: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([key, one]) => {
      const name = JSON.stringify(key);
      if (!Array.isArray(one) || one.length === 0) return `${name}: ${JSON.stringify(one)}`;
      return `${name}: [\n${one.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
    });
  return `{\n${entries.join(',\n')}\n}\n`.replaceAll('##[', '\\u0023#[');
}
