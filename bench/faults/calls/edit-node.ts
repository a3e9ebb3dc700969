import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';

/** The places of the children from the outermost node to a node; empty for the outermost one. */
export type NodeWay = readonly number[];

/** A tree in which one node is another one. @throws when there is no node at the place */
export function editNode(
  root: CapturedNode,
  [place, ...rest]: NodeWay,
  edit: (node: CapturedNode) => CapturedNode,
): CapturedNode {
  if (place === undefined) return edit(root);
  const child = root.children[place];
  if (child === undefined) throw new RangeError(`<${root.tag}> has no child ${place}`);
  const children = root.children.with(place, editNode(child, rest, edit));
  return { ...root, children };
}

/** A node with a value for an attribute, at its place if it has the attribute, else behind the others. */
export function withAttribute(node: CapturedNode, name: string, value: string): CapturedNode {
  const one = { name, value, cut: false };
  const place = node.attributes.findIndex((attribute) => attribute.name === name);
  return {
    ...node,
    attributes: place === -1 ? [...node.attributes, one] : node.attributes.with(place, one),
  };
}

export const withoutAttribute = (node: CapturedNode, name: string): CapturedNode => ({
  ...node,
  attributes: node.attributes.filter((one) => one.name !== name),
});

/** The first value of an attribute of a node. */
export const attributeOf = ({ attributes }: CapturedNode, name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value;

/** A tree in which each node is changed by itself, from the outermost one inwards. */
export function mapNodes(
  node: CapturedNode,
  edit: (node: CapturedNode, depth: number) => CapturedNode,
  depth = 0,
): CapturedNode {
  const edited = edit(node, depth);
  return { ...edited, children: edited.children.map((child) => mapNodes(child, edit, depth + 1)) };
}
