import type { NodeData } from '../../corpus/facts/define-nodes.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { Pointer } from '../../source/mark.ts';

/** A node as a file describes it. */
export interface DescribedNode {
  readonly entry: Entry<'stanza' | 'node'>;
  readonly node: NodeData;
  readonly pointer: Pointer;
}

/** The nodes that stanzas and shared nodes describe: of each the outermost one first, then its children, depth first. */
export function* nodesOf({ definitions }: Corpus): Generator<DescribedNode> {
  for (const entry of [...definitions.stanza.values(), ...definitions.node.values()]) {
    yield* nodesBelow(entry, entry.data, []);
  }
}

function* nodesBelow(
  entry: DescribedNode['entry'],
  node: NodeData,
  pointer: Pointer,
): Generator<DescribedNode> {
  yield { entry, node, pointer };
  for (const [i, child] of (node.children ?? []).entries()) {
    yield* nodesBelow(entry, child, [...pointer, 'children', i]);
  }
}
