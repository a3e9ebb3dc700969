import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { openDisputes } from '../indexes/open-disputes.ts';
import { tallyOf } from '../views/tally.ts';

/** Numbers that stand in the frame of every page. */
export interface SiteCounts {
  /** Open disputes of facts and of steps. */
  readonly disputes: number;
  readonly openQuestions: number;
  /** The score of what stanzas hold, such as `31 %`. */
  readonly coverage: string;
}

/** The numbers of a corpus, counted once. */
export const siteCounts: (corpus: Corpus) => SiteCounts = memoizeBy((corpus) => {
  const steps = [...corpus.definitions.flow.values()].flatMap(({ data }) => data.steps);
  return {
    disputes: openDisputes(corpus.facts) + openDisputes(steps),
    openQuestions: corpus.questions.filter(({ status }) => status === 'open').length,
    coverage: tallyOf(corpus.facts.filter(({ kind }) => kind !== 'value')).coverage,
  };
});
