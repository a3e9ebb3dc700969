/**
 * How a name was found at a source: in its lines as it goes over the wire, in them in the spelling of a programming
 * language, in them as an alias that the flavor declares, only in so many lines around them, or not.
 */
export type NameFound = 'exact' | 'spelling' | 'alias' | `around ${number}` | 'no';

/** What opening a source in code has shown. It holds nothing of the code. */
export type SourceCheck = { readonly commit: string } & (
  | {
      /** The SHA-256 of the lines, or of the file for a source without lines. */
      readonly digest: string;
      readonly names: ReadonlyMap<string, NameFound>;
      readonly problem?: never;
    }
  | { readonly problem: SourceProblem; readonly digest?: never; readonly names?: never }
);

/** Why the lines of a source could not be read, although its commit was at hand. */
export const SOURCE_PROBLEMS = ['no file', 'no lines', 'not text'] as const;

export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

/** What was opened, by the place without a word behind it: `<flavor>:<path>#L<from>-L<to>`. */
export type SourceChecks = ReadonlyMap<string, SourceCheck>;

/** A line of client code that cites a part by its code, such as SIG-01. */
export interface PartCitation {
  /** As a source writes it. */
  readonly place: string;
  readonly flavor: string;
  /** The commit of the flavor at which it was found: another one may have other lines. */
  readonly commit: string;
}

/** The lines that cite parts, by the id of the part. */
export type PartCitations = ReadonlyMap<string, readonly PartCitation[]>;

/** The file of a spec that has both. */
export const SOURCE_CHECKS = 'source-checks.json';
