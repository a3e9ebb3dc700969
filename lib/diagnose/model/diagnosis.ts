import type { AnsweredQuestion } from '../../capture/match/answered-questions.ts';
import type { Verdict } from '../../capture/match/verdict.ts';
import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import type { Confidence, Dispute, Participant } from '../../schema/types.generated.ts';

/** What a call shows of a step of its flow, or of a stanza that is no step of it. */
export type StepVerdict =
  /** It came as expected. */
  | 'seen'
  /** It came, and something in it contradicts the spec. */
  | 'contradicts'
  /** It came later than the time in which it has to. */
  | 'late'
  /** It came before a step that it comes after in every log. */
  | 'out-of-order'
  /** It came, and the answer to it did not. */
  | 'unanswered'
  /** It did not come, although a step came that it comes before, or its time ran out. */
  | 'missing'
  /** A stanza of the call that is no step of the flow. It is no divergence by itself. */
  | 'not-in-flow'
  /** An optional step that did not come. */
  | 'left-out'
  /** A step that the log ends before. */
  | 'not-reached';

/** A step of a flow, and where to read about it. */
export interface StepRef {
  readonly flow: string;
  /** From 0. */
  readonly index: number;
  /** Such as `flow/call-rejected#reject`, see stepPath(). */
  readonly path: string;
  readonly label: string;
  /** The ids of its participants. */
  readonly from: string;
  readonly to: string;
  readonly confidence: Confidence;
}

/** A stanza of the call, sanitized. */
export interface SeenStanza {
  /** From 0, in the order of the call. */
  readonly event: number;
  readonly line: number;
  /** Milliseconds since the first stanza of the call. */
  readonly at: number | undefined;
  readonly direction: OneWay;
  /** Such as `<terminate reason="timeout">`: the payload, or the outermost node, with the values that are no placeholders. */
  readonly words: string;
  /** The stanza of the spec. */
  readonly stanza: string | undefined;
}

/** A row of the diagram of a call: a step, a stanza, or both. */
export interface DiagnosisRow {
  readonly verdict: StepVerdict;
  readonly step: StepRef | undefined;
  readonly seen: SeenStanza | undefined;
  /** The stanza that answers it by its id, such as an ack. */
  readonly answer: SeenStanza | undefined;
  /** The divergences of this row, by their places in `divergences`. */
  readonly divergences: readonly number[];
  /** What is said of the row besides, such as an error code with its meaning. */
  readonly notes: readonly string[];
}

/** Something in which a call departs from what is known. */
export interface Divergence {
  readonly kind: 'missing' | 'out-of-order' | 'contradicts' | 'late' | 'unanswered';
  /** The path of the step, or of the fact that is contradicted. */
  readonly path: string;
  /** How sure the expectation is. */
  readonly confidence: Confidence;
  /** Its place in the call: the stanza at which, or before which, it departs; from 0. */
  readonly event: number;
  readonly line: number;
  /** The step at which it departs. */
  readonly step: StepRef | undefined;
  /** Whole sentences, for a reader. */
  readonly expected: string;
  readonly found: string;
  /** Who shows what was expected. */
  readonly evidence: {
    readonly techniques: readonly string[];
    readonly flavors: readonly string[];
    readonly sources: readonly string[];
  };
  /** What other clients are known to do: the disputes of the step or fact. */
  readonly disputes: readonly Dispute[];
  /** Clients that are known to do it, or to leave it out. */
  readonly clients: { readonly does: readonly string[]; readonly leavesOut: readonly string[] };
  /** What is known to follow: the meaning of an error code or of a reason that came later. */
  readonly follows: readonly string[];
  /** The verdict on the fact, if one is contradicted. */
  readonly verdict: Verdict | undefined;
}

/** A value that says how a call ended, or why something in it was refused. */
export interface Outcome {
  /** The place of its stanza, from 0, and its line. */
  readonly event: number;
  readonly line: number;
  /** Whether an answer refuses what it answers, such as an ack with an error. */
  readonly isRefusal: boolean;
  /** Whole sentences. */
  readonly words: string;
}

/** A call held against the flow that explains it best, from the view of whoever recorded it. */
export interface Diagnosis {
  /** The number of the call in its log, from 1. */
  readonly call: number;
  readonly flow: { readonly id: string; readonly title: string } | undefined;
  /** What happened during it besides, such as an upgrade to video: flows that are fragments. */
  readonly fragments: readonly { readonly id: string; readonly title: string }[];
  readonly observer: Participant | undefined;
  /** Those of the flow, from left to right. */
  readonly participants: readonly Participant[];
  /** The ids of other flows that explain it as well, such as those that begin in the same way. */
  readonly alsoFits: readonly string[];
  readonly rows: readonly DiagnosisRow[];
  /** In the order of the call; the first one is where it departs. */
  readonly divergences: readonly Divergence[];
  /** How the call ended or was refused, by what the log shows: codes and reasons with their meaning. */
  readonly outcome: readonly Outcome[];
  /** The open questions that this call answers. */
  readonly answers: readonly AnsweredQuestion[];
  /** The steps between others, which this log cannot show. */
  readonly unseen: readonly StepRef[];
  /** Stanzas of the call that were left out of the comparison, by their line, with the reason. */
  readonly leftOut: readonly { readonly line: number; readonly reason: string }[];
}

/** What a caller can say about a log. */
export interface DiagnoseOptions {
  /** The id of the flow that it is held against, instead of the one that fits best. */
  readonly flow?: string | undefined;
  /** The id of the participant whose log it is, instead of the one that fits best. */
  readonly observer?: string | undefined;
  /** The id of a flavor, or `official`: what that client is known to do is expected, what it leaves out is not. */
  readonly client?: string | undefined;
}
