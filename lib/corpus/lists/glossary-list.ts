import type { Glossary } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';

/** The terms of the glossary, in the order of its file. */
export const glossaryList = (corpus: Corpus): Glossary['terms'][number][] =>
  [...corpus.definitions.glossary.values()].flatMap(({ data }) => data.terms);
