import type { Confidence } from '../../../lib/schema/types.generated.ts';

/** What each confidence means, in a sentence. */
export const CONFIDENCE_MEANING: Readonly<Record<Confidence, string>> = {
  confirmed:
    'Shown by two techniques on different channels, such as the wire and the code, each with a source.',
  probable: 'Shown by one technique, or by the code of one flavor with a source.',
  speculative: 'Inferred, based on weak evidence, or rated low by its author.',
  unknown: 'No evidence.',
};
