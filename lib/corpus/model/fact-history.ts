import type { Confidence } from '../../schema/types.generated.ts';

/** What the releases say of a fact. */
export interface FactHistory {
  /** The version in which it first appeared, under this path or a former one. */
  readonly since: string;
  /** When its confidence changed, the oldest first. */
  readonly changes: readonly ConfidenceChange[];
}

export interface ConfidenceChange {
  readonly version: string;
  readonly from: Confidence;
  readonly to: Confidence;
}
