import type { StanzaReview } from '../../capture/match/match.ts';
import type { CapturedNode } from '../../capture/tree/captured-node.ts';
import type { OneWay } from '../../corpus/match/stanza-direction.ts';

/** A stanza of a call, as one side recorded it. */
export interface CallEvent {
  /** Its place among the stanzas of the call, from 0. */
  readonly index: number;
  /** The line of the log, or the number of the record of a trace, from 1. */
  readonly line: number;
  /** The milliseconds since the first stanza of the call; undefined in a log without times. */
  readonly at: number | undefined;
  readonly direction: OneWay;
  /** Sanitized: whatever is printed of it names nobody. */
  readonly root: CapturedNode;
  readonly review: StanzaReview;
  /** The id of the stanza as it was read: what answers it has the same one. Never printed. */
  readonly id: string | undefined;
}

/** The stanzas of one call that one side recorded, in their order. */
export interface Call {
  /** Its number among the calls of the log, from 1. */
  readonly number: number;
  /** The id of the call as it was read, by which the logs of two sides are merged. Never printed. */
  readonly id: string | undefined;
  /** Whose log it is, if that is known: the id of a participant. */
  readonly observer: string | undefined;
  readonly events: readonly CallEvent[];
  /** Stanzas of the call that could not be compared, by their line, with the reason as a part of a sentence. */
  readonly leftOut: readonly { readonly line: number; readonly reason: string }[];
}
