import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';

/** Two bundles, and what compare and impactOf report of them. */
export type CompareCase = readonly [
  name: string,
  before: Bundle,
  after: Bundle,
  changes: readonly string[],
  impact: string,
];
