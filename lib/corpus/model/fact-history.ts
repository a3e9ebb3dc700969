import type { Confidence } from '../../schema/types.generated.ts';

/** The history of a fact over the releases. */
export interface FactHistory {
  /** The version in which it first appeared, under this path or a former one. */
  readonly since: string;
  /** The changes of its confidence, the oldest first. */
  readonly changes: readonly ConfidenceChange[];
}

export interface ConfidenceChange {
  readonly version: string;
  readonly from: Confidence;
  readonly to: Confidence;
}
