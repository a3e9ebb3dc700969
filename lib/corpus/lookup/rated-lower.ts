import type { Evidence } from '../evidence/evidence.ts';
import { isSurer } from '../model/confidences.ts';
import type { Fact } from '../model/fact.ts';

/** What has a confidence, and the reason that is given in case it is lower than the evidence supports. */
export type Rated = Pick<Fact, 'confidence' | 'ratedLower'>;

/**
 * Why something is rated lower than its evidence supports: '' if nobody says why, and undefined if it is not. A reason
 * that a definition gives for all of its facts concerns only those that are.
 */
export const ratedLower = (
  { confidence, ratedLower: reason = '' }: Rated,
  { supports }: Pick<Evidence, 'supports'>,
): string | undefined => (isSurer(supports, confidence) ? reason : undefined);
