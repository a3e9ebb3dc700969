import type { CapturedNode } from '../tree/captured-node.ts';

/** Whether the log left out a part of a node. Bytes whose number the log tells do not count as left out. */
export const isCut = (node: CapturedNode): boolean =>
  isCutNode(node) || node.attributes.some(({ cut }) => cut) || node.children.some(isCut);

/** The same for the node alone, without its attributes and children. */
export const isCutNode = (node: CapturedNode): boolean => node.cut || isCutContent(node);

export const isCutContent = ({ content }: CapturedNode): boolean =>
  content?.kind === 'cut' && content.size === undefined;
