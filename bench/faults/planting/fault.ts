import type { Message } from '../calls/message.ts';

/** What can be wrong with a call. */
export const FAULT_KINDS = [
  'step dropped',
  'steps swapped',
  'step late',
  'answer dropped',
  'answer late',
  'attribute removed',
  'value of a wrong type',
  'children in a wrong order',
  'wrong content',
  'message dropped',
  'neighbours swapped',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A call in which one thing is wrong. */
export interface Fault {
  readonly kind: FaultKind;
  /** What was changed, to tell faults of one kind in one call apart, such as `preaccept` or `4 call-offer:@id`. */
  readonly what: string;
  readonly messages: readonly Message[];
  readonly planted: PlantedPlace;
}

/** What a diagnosis has to name to have found a fault: one of these. */
export interface PlantedPlace {
  /** Paths of facts, of steps or of rules. */
  readonly paths: readonly string[];
  /** The places of steps in the sight of the call: a step of another flow for the same stanza counts as well. */
  readonly places: readonly number[];
  /** The numbers of the messages that were changed. */
  readonly messages: readonly number[];
}
