import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';

/** A stanza of a call, made up or recorded. */
export interface Message {
  /** Its number in the call before anything was changed, from 0. */
  readonly n: number;
  readonly root: CapturedNode;
  readonly direction: OneWay;
  /** Milliseconds since the first stanza of the call. */
  readonly at: number;
  /** The place of its step in the sight of its flow; undefined for an answer that only a rule requires. */
  readonly place: number | undefined;
  /** The number of the message that it answers by its id. */
  readonly answers: number | undefined;
}
