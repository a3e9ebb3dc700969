import type { Divergence } from '../../../lib/diagnose/model/diagnosis.ts';

/**
 * What was expected and what came instead, to be read one behind the other. Where a fact is contradicted, what is said of
 * the log says what the spec requires as well, and nothing is said before it: it would read as a second observation.
 */
export const departureWords = ({
  expected,
  found,
  verdict,
}: Pick<Divergence, 'expected' | 'found' | 'verdict'>): Pick<Divergence, 'expected' | 'found'> => ({
  expected: verdict === undefined ? expected : '',
  found,
});
