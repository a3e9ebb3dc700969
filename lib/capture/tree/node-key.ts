import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { CapturedContent, CapturedNode } from './captured-node.ts';

/** A key for maps of captured nodes: equal for two nodes if all their parts are equal, in the same order. */
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
