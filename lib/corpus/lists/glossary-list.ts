import type { Glossary } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Corpus } from '../model/corpus.ts';

/** The terms of the glossary, by the alphabet. */
export const glossaryList = (corpus: Corpus): Glossary['terms'][number][] =>
  [...corpus.definitions.glossary.values()]
    .flatMap(({ data }) => data.terms)
    .sort((a, b) => compareText(a.term.toLowerCase(), b.term.toLowerCase()));
