/** Something in an input that could not be read. */
export interface ParseProblem {
  /** 1-based place in the input, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** A problem that is told by the offset at which it stands. */
export interface ProblemAt {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** What to say where a log breaks off. */
export const COPY_WHOLE = 'Copy the whole stanza from the log, or go on with what is there.';
