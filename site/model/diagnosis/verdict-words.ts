import type { StepVerdict } from '../../../lib/diagnose/model/diagnosis.ts';

/** What a row of a call is called; the stylesheet adds a sign to it. */
export function verdictWords(verdict: StepVerdict): string {
  switch (verdict) {
    case 'seen':
    case 'late':
    case 'missing':
      return verdict;
    case 'contradicts':
      return 'contradicts the spec';
    case 'out-of-order':
      return 'out of order';
    case 'not-in-flow':
      return 'not in the flow';
    case 'left-out':
      return 'left out';
    case 'not-reached':
      return 'not reached';
    default:
      return verdict satisfies never;
  }
}
