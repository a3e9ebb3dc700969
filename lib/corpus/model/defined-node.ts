import type { ChildrenOrder, ChildrenOrders } from '../../schema/types.generated.ts';
import type { Fact } from './fact.ts';

/**
 * A node as the spec defines it, together with what it takes from shared nodes and from its envelope. The anchors of its
 * facts are those on the page that shows it; their paths are those of the definitions that hold them.
 */
export interface DefinedNode {
  readonly attributes: readonly Fact[];
  readonly content: Fact | undefined;
  readonly choices: readonly Fact[];
  readonly children: readonly DefinedChild[];
  readonly order: ChildrenOrders | undefined;
}

export interface DefinedChild {
  readonly fact: Fact;
  readonly node: DefinedNode;
}

/** The nodes that stanzas and shared nodes define, by id. */
export interface DefinedNodes {
  readonly stanza: ReadonlyMap<string, DefinedNode>;
  readonly node: ReadonlyMap<string, DefinedNode>;
  /** The paths of children whose shared node would make the definition too large. They are described without it. */
  readonly tooLarge: ReadonlySet<string>;
}

/** The facts of a node in the order of its page: attributes, content, choices, children, depth first. */
export function factsOfNode({ attributes, content, choices, children }: DefinedNode): Fact[] {
  return [
    ...attributes,
    ...(content === undefined ? [] : [content]),
    ...choices,
    ...children.flatMap(({ fact, node }) => [fact, ...factsOfNode(node)]),
  ];
}

/** The anchor of something below a node: `@name`, `tag`, `text()` or `one_of(id)`. */
export const anchorBelow = (node: string, part: string): string =>
  node === '' || part === '' || part.startsWith('@') ? `${node}${part}` : `${node}/${part}`;

/** Whether the order of children is said for each leg. */
export const isByLeg = (
  order: ChildrenOrders | undefined,
): order is { readonly sent?: ChildrenOrder; readonly delivered?: ChildrenOrder } =>
  typeof order === 'object' && !Array.isArray(order);
