import type { Confidence } from '../../../lib/schema/types.generated.ts';

/** What each confidence means, in a sentence. */
export const CONFIDENCE_MEANING: Readonly<Record<Confidence, string>> = {
  confirmed: 'Shown by two independent methods (for example on the wire and in code), each with a source.',
  probable: 'Shown by one method, or by the code of one implementation, with a source.',
  speculative: 'Inferred, or based on a single weak source.',
  unknown: 'No evidence.',
};
