import type { CapturedNode } from '../tree/captured-node.ts';

/** How deep a stanza may be nested. */
const MAX_DEPTH = 64;
const MAX_NODES = 5000;
const MAX_ATTRIBUTES = 200;
/** Characters of names and values, and bytes of contents. */
const MAX_SIZE = 1_000_000;
/** Bytes or characters of one value. */
const MAX_VALUE = 65_536;

/**
 * Why a stanza cannot be sanitized with certainty: it is too deep or too large, or a value is neither text nor bytes.
 * undefined if it can. Stops at the limits, so that cyclic input ends, too.
 */
export function refusalReason(root: CapturedNode): string | undefined {
  let nodes = 0;
  let size = 0;
  const queue: { node: CapturedNode; depth: number }[] = [{ node: root, depth: 1 }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { node, depth } = next;
    nodes += 1;
    if (depth > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH} levels`;
    if (nodes > MAX_NODES) return `it has more than ${MAX_NODES} nodes`;
    if (!isNode(node)) return 'it contains something that is not a node';
    if (node.attributes.length > MAX_ATTRIBUTES) return `a node has more than ${MAX_ATTRIBUTES} attributes`;
    const sizes = sizesOf(node);
    if (sizes === undefined) return 'a value is neither text nor bytes';
    if (sizes.some((one) => one > MAX_VALUE)) return `a value is longer than ${MAX_VALUE}`;
    size += sizes.reduce((sum, one) => sum + one, 0);
    if (size > MAX_SIZE) return `it is larger than ${MAX_SIZE} characters`;
    if (nodes + queue.length + node.children.length > MAX_NODES) return `it has more than ${MAX_NODES} nodes`;
    for (const child of node.children) queue.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

function isNode(node: CapturedNode): boolean {
  return (
    typeof node === 'object' &&
    node !== null &&
    typeof node.tag === 'string' &&
    Array.isArray(node.attributes) &&
    Array.isArray(node.children)
  );
}

function sizesOf({ tag, attributes, content }: CapturedNode): number[] | undefined {
  const sizes = [tag.length];
  for (const { name, value } of attributes) {
    if (typeof name !== 'string' || typeof value !== 'string') return undefined;
    sizes.push(name.length, value.length);
  }
  if (content === undefined) return sizes;
  switch (content.kind) {
    case 'cut':
      return content.size === undefined || Number.isSafeInteger(content.size) ? sizes : undefined;
    case 'text':
      return typeof content.text === 'string' ? [...sizes, content.text.length] : undefined;
    case 'bytes':
      return content.bytes instanceof Uint8Array ? [...sizes, content.bytes.length] : undefined;
    default:
      content satisfies never;
      return undefined;
  }
}
