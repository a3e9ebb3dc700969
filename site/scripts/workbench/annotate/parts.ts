import type { Annotated } from '../../../../lib/capture/match/annotate.ts';
import type { CapturedAttribute, CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { clip } from '../messages/clip.ts';
import type { ShownRow } from '../messages/messages.ts';
import { contentText } from './content-text.ts';

type Part = Annotated['part'];

/** The name of a part of a sanitized stanza, and its value where it has one, as they can be shown. */
export function namesOf(part: Part): Pick<ShownRow, 'name' | 'value'> {
  switch (part.kind) {
    case 'node':
      return { name: part.node.tag, value: undefined };
    case 'attribute':
      return {
        name: part.attribute.name,
        value: part.attribute.cut ? '(cut off)' : clip(part.attribute.value),
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
 * The names of a stanza as they stand in the log, by the node or attribute that has lost its own. The two trees
 * have one shape.
 * @param raw the stanza as it was read
 * @param clean the same, sanitized: its nodes and attributes are the keys
 */
export function namesBefore(
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

/**
 * The name of a part in the log, as it can be shown; undefined where it was not replaced.
 * @param were see {@link namesBefore}
 */
export function wasOf(part: Part, were: ReturnType<typeof namesBefore>): string | undefined {
  const was =
    part.kind === 'node'
      ? were.get(part.node)
      : part.kind === 'attribute'
        ? were.get(part.attribute)
        : undefined;
  return was === undefined ? undefined : clip(was);
}
