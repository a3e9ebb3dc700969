import type { Corpus } from '../../corpus/model/corpus.ts';
import type { FindingCode } from '../../findings/codes.ts';
import type { Finding } from '../../findings/finding.ts';

export type Report = (one: Finding) => void;

/** A check over the whole corpus, for what a schema cannot express. Pure; never throws on a loaded corpus. */
export interface Rule {
  /** The name of its file. */
  readonly name: string;
  /** The codes that it can report. */
  readonly codes: readonly FindingCode[];
  check(corpus: Corpus, report: Report): void;
}
