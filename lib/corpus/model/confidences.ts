import type { Confidence } from '../../schema/types.generated.ts';

/** The confidences from the surest to the least sure. */
export const CONFIDENCES: readonly Confidence[] = ['confirmed', 'probable', 'speculative', 'unknown'];

/** Whether one confidence is higher than another. */
export const isSurer = (one: Confidence, other: Confidence): boolean =>
  CONFIDENCES.indexOf(one) < CONFIDENCES.indexOf(other);

/** Whether a fact claims more than its evidence supports. Anybody may speculate, so `speculative` is never too much. */
export const claimsTooMuch = (claims: Confidence, supports: Confidence): boolean =>
  claims !== 'speculative' && isSurer(claims, supports);
