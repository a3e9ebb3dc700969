import type { Divergence } from '../../../lib/diagnose/model/diagnosis.ts';

/**
 * What was expected and what came instead, as sentences. Where a fact is contradicted, what is said of the log says what
 * the spec requires as well; said before it once more, it would read as a second observation.
 */
export const departureWords = ({
  expected,
  found,
  verdict,
}: Pick<Divergence, 'expected' | 'found' | 'verdict'>): string =>
  verdict === undefined ? `${expected} ${found}` : found;
