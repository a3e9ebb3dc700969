import type { DiagnosisView } from '../../../model/diagnosis/diagnosis-view.ts';

/** A call of the log in a line. */
export interface CallSummary {
  /** Such as `Call 1 of 2, seen by the caller`. */
  readonly title: string;
  /** The result in a sentence. */
  readonly headline: string;
  readonly departs: boolean;
}

/** Something to choose, by its id. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** The calls of a log, and what the reader can say about each of them. */
export interface CallList {
  readonly calls: readonly CallSummary[];
  readonly flows: readonly Choice[];
  /** Clients, one of which it may be. */
  readonly clients: readonly Choice[];
}

/** A call, as one side recorded it or as both did. */
export interface CallView {
  readonly summary: CallSummary;
  readonly sides: readonly {
    /** Whose log it is, if there are two. */
    readonly title: string | undefined;
    readonly view: DiagnosisView;
  }[];
  /** What the logs of both sides show together. */
  readonly together: readonly string[];
  /** The same for an issue; undefined where something personal may be left in the log. */
  readonly markdown: string | undefined;
  /** Whose log it can be; empty if both sides are there. */
  readonly observers: readonly Choice[];
  /** What it was held against. */
  readonly chosen: { readonly flow: string | undefined; readonly observer: string | undefined };
}
