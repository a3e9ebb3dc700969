import { unlistedValues } from '../../../../lib/capture/share/unlisted-values.ts';
import { valueWithheldReason } from '../../../../lib/capture/share/value-withheld-reason.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { clipValue } from '../messages/clip-value.ts';
import type { Choosable } from '../messages/stanza-view.ts';

/**
 * The values that their enum does not list, each once, for the reader to choose. Both trees have the same shape.
 * @param raw the stanza as it was read
 * @param clean the same, sanitized: a value that is not shared was replaced there
 * @param keepValues the paths of the values that are shared
 * @param corpus the spec as it is, without them
 */
export function unlistedChoices(
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
    const withheld = valueWithheldReason(value);
    return {
      key: withheld === undefined ? path : undefined,
      was: clipValue(value),
      after: clipValue(after.get(value) ?? ''),
      where: where.map((one) => `${clipValue(one)}, of the enum ${id}`),
      shared: keepValues.includes(path),
      withheld,
    };
  });
}
