import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import type { Change } from '../changes/change.ts';
import { compare } from '../changes/compare.ts';
import { type Impact, impactOf } from '../changes/impact-of.ts';

/** What changed since the latest release. */
export interface Unreleased {
  /** The latest release. */
  readonly since: string;
  readonly impact: Impact;
  readonly changes: readonly Change[];
}

/** What changed in a corpus since its latest release; undefined without changes or without releases. */
export function unreleasedOf(corpus: Corpus, releases: readonly Bundle[]): Unreleased | undefined {
  const latest = releases.at(-1);
  if (latest === undefined) return undefined;
  const changes = compare(latest, bundleOf(corpus));
  return changes.length === 0 ? undefined : { since: latest.version, impact: impactOf(changes), changes };
}
