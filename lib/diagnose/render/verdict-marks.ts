import type { StepVerdict } from '../model/diagnosis.ts';

/** How each verdict is shown: by a sign and by a word, so that neither colour nor sign alone tells it. */
export const VERDICT_MARKS: Readonly<Record<StepVerdict, { readonly sign: string; readonly word: string }>> =
  {
    seen: { sign: '✓', word: 'seen' },
    contradicts: { sign: '✗', word: 'contradicts' },
    unanswered: { sign: '✗', word: 'not answered' },
    late: { sign: '✗', word: 'late' },
    'out-of-order': { sign: '✗', word: 'out of order' },
    missing: { sign: '✗', word: 'missing' },
    'not-in-flow': { sign: '·', word: 'not in the flow' },
    'left-out': { sign: '·', word: 'left out, optional' },
    'not-reached': { sign: '·', word: 'log ends before' },
  };
