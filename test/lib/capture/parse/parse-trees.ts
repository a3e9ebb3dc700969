import type { CapturedContent, CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';

/** A node of an expected tree, in short. */
export function node(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  inside: readonly CapturedNode[] | CapturedContent = [],
  cut = false,
): CapturedNode {
  return {
    tag,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value, cut: false })),
    children: isContent(inside) ? [] : inside,
    content: isContent(inside) ? inside : undefined,
    cut,
  };
}

const isContent = (inside: readonly CapturedNode[] | CapturedContent): inside is CapturedContent =>
  !Array.isArray(inside);

/** The same node with some of its attributes cut. */
export function withCut(one: CapturedNode, ...names: readonly string[]): CapturedNode {
  return {
    ...one,
    attributes: one.attributes.map((attribute) => ({ ...attribute, cut: names.includes(attribute.name) })),
  };
}

export const text = (value: string): CapturedContent => ({ kind: 'text', text: value });
export const bytes = (...values: readonly number[]): CapturedContent => ({
  kind: 'bytes',
  bytes: Uint8Array.from(values),
});
export const cutContent = (size?: number): CapturedContent => ({ kind: 'cut', size });

/** The 160 bytes of the element `enc` of the fixtures. */
const LONG = Array.from({ length: 160 }, (_, i) => (i * 7 + 200) % 256);

const CALL = {
  from: '100000000000001@lid',
  id: '1111.2222-3',
  notify: `O'Neil <the "first"> & co`,
  t: '1700000000',
};
const OFFER = {
  'call-id': '00112233445566778899AABBCCDDEEFF',
  'call-creator': '100000000000001:7@lid',
};

/** The stanza that all fixtures hold, with what a form lets through of its long content. */
export function offer(long: CapturedContent = bytes(...LONG)): CapturedNode {
  return node('call', CALL, [
    node('offer', OFFER, [
      node('audio', { enc: 'opus', rate: '16000' }),
      node('te', { priority: '1' }, bytes(0xcb, 0, 0x71, 1, 0x0d, 0x96)),
      node('enc', { type: 'pkmsg', v: '2' }, long),
      node('key', {}, bytes(0x33, 8, 0x0a, 0x21, 5, 0xff)),
    ]),
  ]);
}

/** The stanza that follows it in those that hold two. */
export const ACK = node('ack', {
  class: 'call',
  id: '1111.2222-3',
  to: '100000000000001@lid',
  type: 'offer',
});

/** All nodes of a tree. */
export function allNodes(root: CapturedNode): CapturedNode[] {
  return [root, ...root.children.flatMap(allNodes)];
}
