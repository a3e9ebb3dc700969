import type { NodeData } from '../../corpus/facts/define-nodes.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { DefinedNode } from '../../corpus/model/defined-node.ts';
import type { Pointer } from '../../source/mark.ts';

/** A node as a file describes it. */
export interface DescribedNode {
  readonly entry: Entry<'stanza' | 'node'>;
  readonly node: NodeData;
  readonly pointer: Pointer;
  /** The same with what it takes from others; undefined where that is not known, which another rule reports. */
  readonly whole: DefinedNode | undefined;
}

/** The nodes that stanzas and shared nodes describe: of each the outermost one first, then its children, depth first. */
export function* nodesOf(corpus: Corpus): Generator<DescribedNode> {
  const { stanza, node } = corpus.definitions;
  for (const entry of stanza.values()) {
    const { envelope, use } = entry.data;
    const isKnown = (envelope === undefined || stanza.has(envelope)) && (use === undefined || node.has(use));
    yield* nodesBelow(corpus, entry, entry.data, [], corpus.nodeOf.stanza.get(entry.id), isKnown);
  }
  for (const entry of node.values()) {
    yield* nodesBelow(corpus, entry, entry.data, [], corpus.nodeOf.node.get(entry.id), true);
  }
}

function* nodesBelow(
  corpus: Corpus,
  entry: DescribedNode['entry'],
  node: NodeData,
  pointer: Pointer,
  defined: DefinedNode | undefined,
  isKnown: boolean,
): Generator<DescribedNode> {
  yield { entry, node, pointer, whole: isKnown ? defined : undefined };
  for (const [i, child] of (node.children ?? []).entries()) {
    const found = defined?.children.find(({ fact }) => fact.child === child);
    const knows =
      child.use === undefined ||
      (corpus.definitions.node.has(child.use) && !corpus.nodeOf.tooLarge.has(found?.fact.path ?? ''));
    yield* nodesBelow(corpus, entry, child, [...pointer, 'children', i], found?.node, knows);
  }
}
