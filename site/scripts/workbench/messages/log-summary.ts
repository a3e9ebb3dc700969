import type { ParseProblem } from '../../../../lib/capture/problems/parse-problem.ts';
import type { OneWay } from '../../../../lib/corpus/match/stanza-direction.ts';

/** What was found in a log. */
export interface LogSummary {
  readonly stanzas: readonly StanzaSummary[];
  readonly problems: readonly ParseProblem[];
  readonly skipped: number;
  /** Where the log ends inside a stanza, as sentences; empty if it does not. */
  readonly ends: string;
  /** What a draft makes of the calls in it, in sentences; empty if it has no call of several stanzas. */
  readonly calls: string;
  /** The calls that can become one capture, each in a line. */
  readonly whole: readonly { readonly number: number; readonly words: string }[];
  /** The names, and the paths of values, that are shared although the spec does not know them. */
  readonly kept: readonly string[];
}

export interface StanzaSummary {
  readonly line: number;
  readonly column: number;
  /** Its tags, such as `<call> with <offer>`. */
  readonly shape: string;
  readonly stanza: string | undefined;
  readonly direction: OneWay | undefined;
  /** Why it cannot be sanitized; then all counts are 0. */
  readonly refused: string | undefined;
  readonly counts: Readonly<
    Record<'supports' | 'refuted' | 'contradicts' | 'unknown' | 'cut' | 'settled', number>
  >;
}
