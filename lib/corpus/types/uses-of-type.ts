import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

const usesIn = memoizeBy((corpus: Corpus) => Map.groupBy(corpus.facts, ({ type }) => type));

/** The facts that have a type of the spec, in the order of the corpus. */
export const usesOfType = (corpus: Corpus, id: string): readonly Fact[] => usesIn(corpus).get(id) ?? [];
