import type { FactOwner } from '../../schema/kinds.ts';
import type { Corpus } from '../model/corpus.ts';
import type { DefinedNode } from '../model/defined-node.ts';
import type { Fact } from '../model/fact.ts';

/** A node that a definition describes itself: the outermost one of a stanza or a shared node, or a child. */
interface DescribedNode {
  readonly tag: string;
  /** The path of its fact; for an outermost node that of its definition, with the colon. */
  readonly path: string;
  /** Why it is not one node with others of its tag. */
  readonly apart: string | undefined;
  readonly node: DefinedNode;
}

/** Two nodes of one tag with equal or nearly equal facts. */
interface SimilarPair {
  readonly nodes: readonly [DescribedNode, DescribedNode];
  /** The share of facts that both have, from 0 to 1. */
  readonly similarity: number;
  /** What only one of them has, or has with another type: `@name`, `tag` or `text()`. */
  readonly differences: readonly string[];
  /** Why they are not one shared node; undefined if the spec gives no reason. */
  readonly reason: string | undefined;
}

/** The similar nodes of one tag. */
export interface SimilarNodes {
  readonly tag: string;
  readonly pairs: readonly SimilarPair[];
}

/** From here on, two nodes are probably one. */
const SIMILAR = 0.5;

/**
 * The nodes with one tag and equal or nearly equal facts, which could be uses of one shared node. A place that uses a
 * shared node, or a payload in its envelope, describes no second node, and is not listed.
 *
 * Nodes are compared by the names and types of their attributes, the tags of their children, and their content. A type
 * counts as much as a name, so that two nodes that drifted apart in types only are still half equal.
 * @returns by tag; the pairs of a tag in the order of the corpus
 */
export function similarNodes(corpus: Corpus): SimilarNodes[] {
  const byTag = Map.groupBy(describedNodes(corpus), ({ tag }) => tag);
  byTag.delete('*');
  return [...byTag]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, nodes]) => ({ tag, pairs: pairsOf(nodes) }))
    .filter(({ pairs }) => pairs.length > 0);
}

function describedNodes(corpus: Corpus): DescribedNode[] {
  const list: DescribedNode[] = [];
  const describe = (
    kind: keyof Corpus['nodeOf'] & FactOwner,
    id: string,
    prefix: string,
    tag: string,
  ): void => {
    const isOwn = (fact: Fact): boolean => fact.ownerKind === kind && fact.owner === id;
    const inside = ({ children }: DefinedNode): void => {
      for (const { fact, node } of children) {
        if (!isOwn(fact)) continue;
        if (fact.child?.use === undefined) {
          list.push({ tag: fact.name, path: fact.path, apart: fact.child?.apart, node });
        }
        inside(node);
      }
    };
    const root = corpus.nodeOf[kind].get(id);
    if (root === undefined) return;
    if (directFacts(root).every(isOwn))
      list.push({ tag, path: `${prefix}${id}:`, apart: undefined, node: root });
    inside(root);
  };
  for (const [id, { data }] of corpus.definitions.stanza) describe('stanza', id, '', data.tag);
  for (const [id, { data }] of corpus.definitions.node) describe('node', id, 'node/', data.tag);
  return list;
}

const directFacts = ({ attributes, content, children }: DefinedNode): Fact[] => [
  ...attributes,
  ...(content === undefined ? [] : [content]),
  ...children.map(({ fact }) => fact),
];

function pairsOf(nodes: readonly DescribedNode[]): SimilarPair[] {
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b): SimilarPair | [] => {
      const [inA, inB] = [partsOf(a), partsOf(b)];
      const all = [...new Set([...inA, ...inB])];
      const different = all.filter((part) => !inA.has(part) || !inB.has(part));
      const similarity = all.length === 0 ? 1 : 1 - different.length / all.length;
      if (similarity < SIMILAR) return [];
      const differences = [...new Set(different.map((part) => part.replace(/ .*/, '')))];
      return { nodes: [a, b], similarity, differences, reason: a.apart ?? b.apart };
    }),
  );
}

/** What a node is compared by: names, and names with types. */
const partsOf = ({ node }: DescribedNode): Set<string> =>
  new Set(
    directFacts(node).flatMap(({ kind, name, type = 'string' }) => {
      if (kind === 'child') return name;
      const part = kind === 'attribute' ? `@${name}` : 'text()';
      return [part, `${part} ${type}`];
    }),
  );
