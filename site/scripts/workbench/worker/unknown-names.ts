import { nameWithheldReason } from '../../../../lib/capture/share/name-withheld-reason.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { clipValue } from '../messages/clip-value.ts';
import type { Choosable } from '../messages/stanza-view.ts';

/**
 * The names that the spec does not know, each once, for the reader to choose. Both trees have the same shape.
 * @param raw the stanza as it was read
 * @param clean the same, sanitized: a name that is not shared was replaced there
 * @param keepNames the names that are shared
 */
export function unknownNames(
  raw: CapturedNode,
  clean: CapturedNode,
  keepNames: readonly string[],
): Choosable[] {
  const names = new Map<string, Choosable & { where: string[] }>();
  const look = (before: string, after: string, where: string): void => {
    const shared = before === after;
    if (shared && !keepNames.includes(before)) return;
    const withheld = nameWithheldReason(before);
    const one = names.get(before) ?? {
      key: withheld === undefined ? before : undefined,
      was: clipValue(before),
      after,
      where: [],
      shared,
      withheld,
    };
    names.set(before, one);
    if (!one.where.includes(where)) one.where.push(where);
  };
  const walk = (a: CapturedNode, b: CapturedNode, parent: string): void => {
    look(a.tag, b.tag, parent === '' ? 'the outermost tag' : `a tag in <${parent}>`);
    for (const [i, { name }] of a.attributes.entries()) {
      look(name, b.attributes[i]?.name ?? name, `an attribute of <${clipValue(b.tag)}>`);
    }
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other, clipValue(b.tag));
    }
  };
  walk(raw, clean, '');
  return [...names.values()];
}
