import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { CapturedContent, CapturedNode } from './captured-node.ts';

/**
 * A text that is equal for two captured nodes if they are the same, with everything in them and in the same
 * order: what a map of stanzas is keyed by.
 */
export const nodeKey: (node: CapturedNode) => string = memoizeBy((node) => JSON.stringify(partsOf(node)));

function partsOf({ tag, cut, attributes, content, children }: CapturedNode): unknown[] {
  return [
    tag,
    cut,
    attributes.map((one) => [one.name, one.value, one.cut]),
    content === undefined ? null : contentOf(content),
    children.map(partsOf),
  ];
}

function contentOf(content: CapturedContent): unknown[] {
  switch (content.kind) {
    case 'text':
      return [content.kind, content.text];
    case 'bytes':
      return [content.kind, content.bytes.join()];
    case 'cut':
      return [content.kind, content.size ?? null];
    default:
      return content satisfies never;
  }
}
