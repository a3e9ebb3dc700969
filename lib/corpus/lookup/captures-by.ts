import type { Corpus, Entry } from '../model/corpus.ts';

/** The captures that a contributor made. */
export const capturesBy = (corpus: Corpus, contributor: string): readonly Entry<'capture'>[] =>
  [...corpus.definitions.capture.values()].filter(({ data }) => data.source.contributor === contributor);
