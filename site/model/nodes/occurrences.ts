import type { Occurrence } from '../../../lib/schema/types.generated.ts';

/** The words and the mark of an occurrence. */
export const OCCURRENCES: Readonly<Record<Occurrence, { readonly words: string; readonly mark: string }>> = {
  '1': { words: 'exactly once', mark: '' },
  '0..1': { words: 'at most once', mark: '?' },
  '0..n': { words: 'any number of times', mark: '*' },
  '1..n': { words: 'at least once', mark: '+' },
};
