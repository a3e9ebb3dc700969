import type { StanzaNode } from '../../corpus/model/facts-of-stanza.ts';
import type { Pointer } from '../../source/mark.ts';

/** The nodes that a stanza describes, each with its path: the outermost node first, then its children, depth first. */
export function* nodesOfStanza(
  node: StanzaNode,
  pointer: Pointer = [],
): Generator<{ readonly node: StanzaNode; readonly pointer: Pointer }> {
  yield { node, pointer };
  for (const [i, child] of (node.children ?? []).entries()) {
    yield* nodesOfStanza(child, [...pointer, 'children', i]);
  }
}
