import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';

/** Whether one of the names is the tag of a node, or the name of an attribute, in a tree. */
export const holdsName = ({ tag, attributes, children }: CapturedNode, names: ReadonlySet<string>): boolean =>
  names.has(tag) ||
  attributes.some(({ name }) => names.has(name)) ||
  children.some((one) => holdsName(one, names));
