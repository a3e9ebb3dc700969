import type { Confidence } from '../../schema/types.generated.ts';

/** The number of facts of each confidence, and the score that follows from it. */
export interface Tally {
  readonly facts: number;
  readonly counts: Readonly<Record<Confidence, number>>;
  /** (confirmed + 0.5 × probable) / facts, from 0 to 1; undefined without facts. */
  readonly score: number | undefined;
}
