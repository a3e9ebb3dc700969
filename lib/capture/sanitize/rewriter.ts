import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Placeholders } from './placeholders/placeholders.ts';
import type { ReplacedKind } from './replaced.ts';

/** What one pass over a stanza needs. */
export interface Rewriter {
  /** What the spec knows stays. */
  readonly corpus: Corpus;
  /** Tags and names of attributes that stay although the spec does not know them. */
  readonly kept: ReadonlySet<string>;
  readonly to: Placeholders;
  /** Takes note of each value and its placeholder. */
  readonly count: (kind: ReplacedKind, before: string, after: string) => void;
}
