import type { Annotated } from '../../../../lib/capture/match/annotate.ts';
import type { CapturedAttribute, CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { clipValue } from '../messages/clip-value.ts';
import type { StanzaRow } from '../messages/stanza-view.ts';
import { contentText } from './content-text.ts';

type Part = Annotated['part'];

/** The name of a part of a sanitized stanza for the page, and its value if it has one. */
export function partNames(part: Part): Pick<StanzaRow, 'name' | 'value'> {
  switch (part.kind) {
    case 'node':
      return { name: part.node.tag, value: undefined };
    case 'attribute':
      return {
        name: part.attribute.name,
        value: part.attribute.cut ? '(cut off)' : clipValue(part.attribute.value),
      };
    case 'content':
      return {
        name: 'content',
        value: part.node.content === undefined ? '' : contentText(part.node.content),
      };
    case 'missing':
      return { name: part.name, value: undefined };
    default:
      return part satisfies never;
  }
}

/**
 * The names that were replaced, as they are in the log, by their node or attribute. Both trees have the same shape.
 * @param raw the stanza as it was read
 * @param clean the same, sanitized: its nodes and attributes are the keys
 */
export function originalNames(
  raw: CapturedNode,
  clean: CapturedNode,
): Map<CapturedNode | CapturedAttribute, string> {
  const names = new Map<CapturedNode | CapturedAttribute, string>();
  const walk = (a: CapturedNode, b: CapturedNode): void => {
    if (a.tag !== b.tag) names.set(b, a.tag);
    for (const [i, one] of b.attributes.entries()) {
      const before = a.attributes[i]?.name;
      if (before !== undefined && before !== one.name) names.set(one, before);
    }
    for (const [i, child] of b.children.entries()) {
      const before = a.children[i];
      if (before !== undefined) walk(before, child);
    }
  };
  walk(raw, clean);
  return names;
}

/** The name that a part has in the log, for the page; undefined if it was not replaced. */
export function originalName(part: Part, names: ReturnType<typeof originalNames>): string | undefined {
  const was =
    part.kind === 'node'
      ? names.get(part.node)
      : part.kind === 'attribute'
        ? names.get(part.attribute)
        : undefined;
  return was === undefined ? undefined : clipValue(was);
}
