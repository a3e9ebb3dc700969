import type { StanzaReview } from '../../../../lib/capture/match/match.ts';
import type { Verdict } from '../../../../lib/capture/match/verdict.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';

/**
 * The verdicts on shared values: a review counts them as listed and supported, but the current spec does not have them
 * yet.
 * @param keepValues the paths of the values that are shared
 * @param corpus the spec as it is, without them
 */
export const newlySupported = (
  { verdicts }: StanzaReview,
  keepValues: readonly string[],
  corpus: Corpus,
): Verdict[] => verdicts.filter(({ path }) => keepValues.includes(path) && !corpus.factByPath.has(path));
