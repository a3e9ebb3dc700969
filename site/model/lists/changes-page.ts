import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { Change } from '../../../lib/diff/changes/change.ts';
import type { Words } from '../../../lib/diff/changes/describe-change.ts';
import { groupChanges } from '../../../lib/diff/changes/group-changes.ts';
import { summarizeChanges } from '../../../lib/diff/changes/summarize-changes.ts';
import type { ReleaseNote } from '../../../lib/diff/releases/release-notes.ts';
import { releasedDefinitions } from '../../../lib/diff/retired/released-definitions.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { changesPath, releasedPagePath } from '../../../lib/pages/page-path.ts';
import { KINDS, RELEASED_KINDS, type ReleasedKind } from '../../../lib/schema/kinds.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import type { Links } from '../links/links.ts';
import { pathHref } from '../links/path-href.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';

/** Changes under one heading. */
export interface ChangesView {
  readonly title: string;
  readonly anchor: string;
  readonly count: number;
  readonly groups: readonly {
    readonly words: Words;
    /** Facts and definitions, with their current addresses. */
    readonly paths: readonly Ref[];
    /** Those in a fold. */
    readonly rest: readonly Ref[];
  }[];
}

/** A release in the list of releases. */
export interface ReleaseRow {
  readonly version: Ref;
  /** undefined if the day is not known. */
  readonly date: string | undefined;
  /** The day on which it was frozen, where only that is known. */
  readonly frozen: string | undefined;
  readonly note: Prose | undefined;
  /** Such as `113 facts. Since 0.1.0: 12 facts added.` */
  readonly words: string;
}

export interface ChangesPage {
  /** What is not released yet; undefined when everything is. */
  readonly unreleased: { readonly words: string; readonly sections: readonly ChangesView[] } | undefined;
  /** The newest first. */
  readonly releases: readonly ReleaseRow[];
  readonly toc: readonly TocEntry[];
}

export interface ReleasePage {
  readonly release: ReleaseRow;
  readonly sections: readonly ChangesView[];
  /** The stanzas, shared nodes and enums of the release. */
  readonly definitions: readonly { readonly title: string; readonly refs: readonly Ref[] }[];
  readonly toc: readonly TocEntry[];
}

/** How many paths of a group are outside of its fold. */
const IN_SIGHT = 12;

/** All releases, and what is not released yet. */
export function changesPage(published: Published, links: Links): ChangesPage {
  const { notes, unreleased } = releasesOf(published);
  const sections = sectionsOf(unreleased?.changes ?? [], published, links);
  return {
    unreleased:
      unreleased === undefined
        ? undefined
        : {
            words: `Since ${unreleased.since}: ${summarizeChanges(unreleased.changes)}. Impact: ${unreleased.impact}.`,
            sections,
          },
    releases: notes.map((note) => rowOf(note, links)),
    toc: [
      ...(unreleased === undefined
        ? []
        : [{ text: 'Not released yet', href: '#~unreleased', depth: 0 }, ...tocOf(sections)]),
      ...notes.map(({ version }) => ({ text: version, href: fragment(version), depth: 0 })),
    ],
  };
}

/**
 * One release.
 * @throws when there is no such release
 */
export function releasePage(published: Published, links: Links, version: string): ReleasePage {
  const note = releasesOf(published).notes.find((one) => one.version === version);
  const bundle = published.releases.find((one) => one.version === version);
  if (note === undefined || bundle === undefined) throw new Error(`no release ${version}`);
  const sections = sectionsOf(note.changes, published, links);
  const released = releasedDefinitions(bundle);
  const those = (kind: ReleasedKind): Ref[] =>
    released
      .filter((one) => one.kind === kind)
      .map(({ definition: { id, title } }) => ({
        text: title,
        href: links.page(releasedPagePath(version, kind, id)),
      }));
  const definitions = RELEASED_KINDS.map((kind) => ({ title: KINDS[kind].title, refs: those(kind) })).filter(
    ({ refs }) => refs.length > 0,
  );
  return {
    release: rowOf(note, links),
    sections,
    definitions,
    toc: [...tocOf(sections), { text: 'Pages of this version', href: '#~as-it-was', depth: 0 }],
  };
}

function rowOf(
  { version, date, frozen, note, facts, since, changes, impact }: ReleaseNote,
  links: Links,
): ReleaseRow {
  const words =
    since === undefined
      ? `The first release, with ${counted(facts, 'fact')}.`
      : `${counted(facts, 'fact')}. Since ${since}: ${summarizeChanges(changes)}. Impact: ${impact}.`;
  return { version: { text: version, href: links.page(changesPath(version)) }, date, frozen, note, words };
}

function sectionsOf(changes: readonly Change[], published: Published, links: Links): ChangesView[] {
  return groupChanges(changes).map(({ title, count, groups }) => ({
    title,
    anchor: `~${title.toLowerCase().replaceAll(' ', '-')}`,
    count,
    groups: groups.map(({ words, paths }) => {
      const refs = paths.map((path) => ({ text: path, href: pathHref(path, published, links) }));
      const shown = refs.length > IN_SIGHT + 2 ? IN_SIGHT : refs.length;
      return { words, paths: refs.slice(0, shown), rest: refs.slice(shown) };
    }),
  }));
}

const tocOf = (sections: readonly ChangesView[]): TocEntry[] =>
  sections.map(({ title, anchor }) => ({ text: title, href: `#${anchor}`, depth: 0 }));
