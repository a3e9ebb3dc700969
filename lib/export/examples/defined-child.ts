import type { DefinedChild, DefinedNode } from '../../corpus/model/defined-node.ts';

/** The definition of a child with a tag; that of every other child if it has none of its own. */
export const definedChild = (definition: DefinedNode | undefined, tag: string): DefinedChild | undefined =>
  definition?.children.find(({ fact }) => fact.name === tag) ??
  definition?.children.find(({ fact }) => fact.name === '*');
