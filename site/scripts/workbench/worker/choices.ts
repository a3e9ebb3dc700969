import { nameWithheldReason } from '../../../../lib/capture/share/name-withheld-reason.ts';
import { unlistedValues } from '../../../../lib/capture/share/unlisted-values.ts';
import { valueWithheldReason } from '../../../../lib/capture/share/value-withheld-reason.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { clip } from '../messages/clip.ts';
import type { Choosable } from '../messages/messages.ts';

/**
 * The names that the spec does not know, each once, with whether it is shared. The two trees have one shape.
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
    const heldBack = nameWithheldReason(before);
    const one = names.get(before) ?? {
      key: heldBack === undefined ? before : undefined,
      was: clip(before),
      after,
      where: [],
      shared,
      heldBack,
    };
    names.set(before, one);
    if (!one.where.includes(where)) one.where.push(where);
  };
  const walk = (a: CapturedNode, b: CapturedNode, parent: string): void => {
    look(a.tag, b.tag, parent === '' ? 'the outermost tag' : `a tag in <${parent}>`);
    for (const [i, { name }] of a.attributes.entries()) {
      look(name, b.attributes[i]?.name ?? name, `an attribute of <${clip(b.tag)}>`);
    }
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other, clip(b.tag));
    }
  };
  walk(raw, clean, '');
  return [...names.values()];
}

/**
 * The values that their enum does not list, each once, with whether it is shared. The two trees have one shape.
 * @param raw the stanza as it was read
 * @param clean the same, sanitized: a value that is not shared was replaced there
 * @param keepValues the paths of the values that are shared
 * @param corpus the spec as it is, without them
 */
export function unlisted(
  raw: CapturedNode,
  clean: CapturedNode,
  keepValues: readonly string[],
  corpus: Corpus,
): Choosable[] {
  const after = new Map<string, string>();
  const walk = (a: CapturedNode, b: CapturedNode): void => {
    for (const [i, { value }] of a.attributes.entries()) after.set(value, b.attributes[i]?.value ?? '');
    if (a.content?.kind === 'text' && b.content?.kind === 'text') after.set(a.content.text, b.content.text);
    for (const [i, child] of a.children.entries()) {
      const other = b.children[i];
      if (other !== undefined) walk(child, other);
    }
  };
  walk(raw, clean);
  return unlistedValues(raw, corpus).map(({ path, enum: id, value, where }) => {
    const heldBack = valueWithheldReason(value);
    return {
      key: heldBack === undefined ? path : undefined,
      was: clip(value),
      after: clip(after.get(value) ?? ''),
      where: where.map((one) => `${clip(one)}, of the enum ${id}`),
      shared: keepValues.includes(path),
      heldBack,
    };
  });
}
