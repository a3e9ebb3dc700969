import type { Confidence } from '../../../lib/schema/types.generated.ts';

/** Whether something is known well enough that a call can depart from it. */
export const isSure = (confidence: Confidence): boolean =>
  confidence === 'confirmed' || confidence === 'probable';
