import { memoizeBy } from '../corpus/memoize-by.ts';
import type { Published } from '../diff/bundle/published.ts';
import { type ReleaseNote, releaseNotes } from '../diff/releases/release-notes.ts';
import { type Unreleased, unreleasedOf } from '../diff/releases/unreleased-of.ts';
import type { PageKind } from '../schema/kinds.ts';
import { type DefinitionRelease, definitionHistories } from './definition-histories.ts';

/** What the releases say about a spec, and about each of its definitions. */
export interface PublishedHistories {
  /** The releases, newest first. */
  readonly notes: readonly ReleaseNote[];
  /** What changed since the newest release; undefined if nothing did. */
  readonly unreleased: Unreleased | undefined;
  /**
   * The releases in which a definition appeared or changed, newest first. What is not released yet comes before them, as
   * a release whose version is {@link NEXT}.
   */
  of(kind: PageKind, id: string): readonly DefinitionRelease[];
}

/** Stands for the version of what is not released yet. */
export const NEXT = 'next';

/** Compares the releases of a publication, once. */
export const publishedHistories: (published: Published) => PublishedHistories = memoizeBy(
  ({ corpus, releases, frozenOn, date }) => {
    const notes = releaseNotes(releases, frozenOn);
    const unreleased = unreleasedOf(corpus, releases);
    const next: ReleaseNote | undefined = unreleased && {
      ...unreleased,
      version: NEXT,
      date,
      frozen: undefined,
      note: undefined,
      facts: corpus.factByPath.size,
    };
    const all = next === undefined ? notes : [next, ...notes];
    const byKind = new Map<PageKind, ReturnType<typeof definitionHistories>>();
    return {
      notes,
      unreleased,
      of(kind, id) {
        const known = byKind.get(kind) ?? definitionHistories(kind, all, releases[0]);
        byKind.set(kind, known);
        return known(id);
      },
    };
  },
);
