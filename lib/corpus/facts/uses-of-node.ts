import { memoizeBy } from '../memoize-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

const usesByNode = memoizeBy((corpus: Corpus) =>
  Map.groupBy(
    corpus.facts.filter(({ child }) => child?.use !== undefined),
    ({ child }) => child?.use ?? '',
  ),
);

/** The children that are a shared node, in the order of the corpus. */
export const usesOfNode = (corpus: Corpus, id: string): readonly Fact[] => usesByNode(corpus).get(id) ?? [];

/** The stanzas whose outermost node is a shared node. */
export const stanzasOfNode = ({ definitions }: Corpus, id: string): readonly Entry<'stanza'>[] =>
  [...definitions.stanza.values()].filter(({ data }) => data.use === id);
