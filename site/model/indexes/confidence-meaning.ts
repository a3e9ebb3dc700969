import type { Confidence } from '../../../lib/schema/types.generated.ts';

/** What each confidence means, in a sentence. */
export const CONFIDENCE_MEANING: Readonly<Record<Confidence, string>> = {
  confirmed: 'Two techniques that listen on different channels show it, each with a source.',
  probable: 'One technique shows it, or the code of one flavor with a source.',
  speculative: 'It is reasoned, or read in one weak place, or its author claims no more.',
  unknown: 'There is no evidence for it.',
};
