import { openDisputes } from '../../../lib/corpus/lookup/open-disputes.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { tallyOf } from '../views/tally-view.ts';

/** Numbers in the frame of every page. */
export interface SiteCounts {
  /** Open disputes of facts and of steps. */
  readonly disputes: number;
  readonly openQuestions: number;
  /** The coverage score of stanza facts, such as `31 %`. */
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
