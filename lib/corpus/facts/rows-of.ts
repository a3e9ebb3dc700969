import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { factsOfNode } from '../model/defined-node.ts';
import type { Fact } from '../model/fact.ts';

const rowsIn = memoizeBy((corpus: Corpus) => ({
  stanza: new Map([...corpus.nodeOf.stanza].map(([id, node]) => [id, factsOfNode(node)])),
  node: new Map([...corpus.nodeOf.node].map(([id, node]) => [id, factsOfNode(node)])),
  enum: corpus.factsOf.enum,
  flow: corpus.factsOf.flow,
  part: corpus.factsOf.part,
}));

/**
 * The facts that the page of a definition shows: its own, and those of the shared nodes and the envelope that it uses,
 * which have the anchors of that page and the paths of their owners. An empty list for an unknown id.
 */
export const rowsOf = (corpus: Corpus, kind: Fact['ownerKind'], id: string): readonly Fact[] =>
  rowsIn(corpus)[kind].get(id) ?? [];
