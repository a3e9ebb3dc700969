import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { FactHistory } from '../../../lib/corpus/model/fact-history.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { factHistories } from '../../../lib/diff/releases/fact-histories.ts';
import type { ReleaseNote } from '../../../lib/diff/releases/release-notes.ts';
import type { Unreleased } from '../../../lib/diff/releases/unreleased-of.ts';
import { type RetiredPage, retiredPages } from '../../../lib/diff/retired/retired-pages.ts';
import { publishedHistories } from '../../../lib/publish/published-histories.ts';

/** What the releases say about the current spec. */
export interface Releases {
  /** The newest first. */
  readonly notes: readonly ReleaseNote[];
  readonly unreleased: Unreleased | undefined;
  /** The facts that are new or changed since the first release, by path. */
  readonly histories: ReadonlyMap<string, FactHistory>;
  /** Released pages that were removed or lost parts, by path. */
  readonly former: ReadonlyMap<string, RetiredPage>;
}

/** What the releases say about the current spec; memoized, because nearly every page needs it. */
export const releasesOf: (published: Published) => Releases = memoizeBy((published) => {
  const { corpus, releases: bundles } = published;
  const { notes, unreleased } = publishedHistories(published);
  return {
    notes,
    unreleased,
    histories: new Map(
      [...factHistories(corpus, bundles)].filter(
        ([, { since, changes }]) => since !== bundles[0]?.version || changes.length > 0,
      ),
    ),
    former: new Map(retiredPages(corpus, bundles).map((one) => [one.page, one])),
  };
});
