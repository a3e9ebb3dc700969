import type { Confidence } from '../../schema/types.generated.ts';

/** The confidences from the surest to the least sure. */
export const CONFIDENCES: readonly Confidence[] = ['confirmed', 'probable', 'speculative', 'unknown'];
