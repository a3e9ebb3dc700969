import type { CapturedContent, CapturedNode } from './captured-node.ts';

/** Whether all parts of two captured nodes are equal, in the same order. */
export function sameNode(a: CapturedNode, b: CapturedNode): boolean {
  return (
    a.tag === b.tag &&
    a.cut === b.cut &&
    a.attributes.length === b.attributes.length &&
    a.attributes.every((one, i) => {
      const other = b.attributes[i];
      return one.name === other?.name && one.value === other.value && one.cut === other.cut;
    }) &&
    sameContent(a.content, b.content) &&
    a.children.length === b.children.length &&
    a.children.every((child, i) => {
      const other = b.children[i];
      return other !== undefined && sameNode(child, other);
    })
  );
}

function sameContent(a: CapturedContent | undefined, b: CapturedContent | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  switch (a.kind) {
    case 'text':
      return b.kind === 'text' && a.text === b.text;
    case 'bytes':
      return (
        b.kind === 'bytes' &&
        a.bytes.length === b.bytes.length &&
        a.bytes.every((byte, i) => byte === b.bytes[i])
      );
    case 'cut':
      return b.kind === 'cut' && a.size === b.size;
    default:
      return a satisfies never;
  }
}
