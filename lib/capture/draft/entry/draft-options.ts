import type { Loaded } from '../../../corpus/load/load-corpus.ts';
import type { OneWay } from '../../../corpus/match/stanza-direction.ts';
import type { Capture, Confidence } from '../../../schema/types.generated.ts';
import type { AnsweredQuestion } from '../../match/answered-questions.ts';
import type { StanzaReview } from '../../match/match.ts';

export interface DraftOptions {
  readonly technique: string;
  /** The program that was observed: the id of a flavor, or official. Default: the library whose form the log has. */
  readonly client?: string | undefined;
  /** The build of that program. */
  readonly version?: string | undefined;
  /** The platform that it ran on. */
  readonly platform?: string | undefined;
  readonly contributor?: string | undefined;
  /** Only captured and replayed stanzas are evidence; a synthetic one changes no fact. */
  readonly kind: NonNullable<Capture['kind']>;
  /** The id of the capture; with several stanzas a number is added. Default: made from the stanza's id. */
  readonly id?: string | undefined;
  /** For stanzas whose direction neither the log nor their attributes show. */
  readonly direction?: OneWay | undefined;
  readonly title?: string | undefined;
  /** Default: the day that the log tells with the time of the stanza. */
  readonly capturedAt?: string | undefined;
  readonly issue?: string | undefined;
  /** Which call of the log is drafted, by its number, and nothing else; default: all of them, and all other stanzas. */
  readonly pick?: number | undefined;
  /** The name of the call, which captures of its other sides have, too. */
  readonly call?: string | undefined;
  /** Whose client was observed. Default: the caller's if the call begins with an outgoing stanza, or else the callee's. */
  readonly observer?: Capture['observer'] | undefined;
  /** Where it was published, by whom, and under which licence. */
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  readonly license?: string | undefined;
  readonly tools?: readonly string[] | undefined;
}

/** A file of the spec as it would be. */
export interface FileChange {
  /** Its path inside the spec, such as captures/a.yaml. */
  readonly path: string;
  /** Its text so far; undefined for a new one. */
  readonly before: string | undefined;
  readonly after: string;
}

/** A fact whose evidence would support a higher confidence than it has. A draft raises nothing. */
export interface Raise {
  readonly path: string;
  readonly from: Confidence;
  readonly to: Confidence;
  /** The evidence that it would have, in words. */
  readonly why: string;
}

export interface DraftedCapture {
  readonly id: string;
  readonly entry: Capture;
  /** The review of a single stanza; undefined for a trace. */
  readonly review: StanzaReview | undefined;
  /** Its day, if it was taken from the times of the log. */
  readonly dayOfLog: string | undefined;
  /** How many stanzas a trace has; undefined for a single stanza. */
  readonly records: number | undefined;
  /** The facts that name it, or a record of it, as a source. */
  readonly supports: readonly string[];
  /** How many other facts a trace shows, which have enough records of its kind among their sources. */
  readonly alsoShows: number;
  /** The facts that get a dispute. */
  readonly disputes: readonly string[];
  /** The entries that are added, marked speculative. */
  readonly added: readonly string[];
  readonly settled: readonly AnsweredQuestion[];
}

/** Why something is left to people. */
export type LeftCode =
  /** An option looks personal, so nothing is drafted. */
  | 'personal-option'
  /** The stanza is no evidence, or could not be sanitized. */
  | 'not-evidence'
  | 'not-described'
  | 'unknown-direction'
  /** The log does not tell the times of a call, so that its stanzas are captures of their own. */
  | 'no-times'
  | 'duplicate'
  /** Which program sent the stanza is not known. */
  | 'unknown-client'
  /** A part of the stanza for which no entry or dispute is drafted. */
  | 'part'
  /** A file that cannot be edited. */
  | 'file';

/** Something that a draft leaves to people, with the reason. */
export interface Left {
  readonly code: LeftCode;
  /** The line of its stanza in the input; undefined for what is about no stanza. */
  readonly line: number | undefined;
  readonly reason: string;
}

export interface Draft {
  /** In the order of their paths. */
  readonly files: readonly FileChange[];
  readonly captures: readonly DraftedCapture[];
  readonly raises: readonly Raise[];
  readonly left: readonly Left[];
  /** The spec as it would be, with the findings of loading it. */
  readonly after: Loaded;
}
