import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { Change } from '../../../lib/diff/changes/change.ts';
import { LEDGER_SECTION } from '../../../lib/diff/changes/change-section.ts';
import { IMPACT_WORDS } from '../../../lib/diff/changes/impact-of.ts';
import type { ReleaseNote } from '../../../lib/diff/releases/release-notes.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { changesPath } from '../../../lib/pages/page-path.ts';
import { NEXT } from '../../../lib/publish/published-histories.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import { type DefinitionRow, definitionRows, type SectionRow, sectionRows } from '../history/section-rows.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { releasesOf } from '../links/releases-of.ts';
import { splitPages } from '../paged/split-pages.ts';

/** A release in the list of releases. */
export interface ReleaseRow {
  readonly version: Ref;
  /** undefined if the day is not known. */
  readonly date: string | undefined;
  /** The day on which it was frozen, where only that is known. */
  readonly frozen: string | undefined;
  readonly note: Prose | undefined;
  /** Such as `958 facts, 833 more than in 0.1.0.` */
  readonly words: string;
  /** Such as `Breaking`; undefined for the first release, which changes nothing. */
  readonly impact: string | undefined;
}

/** What changed, by what it is and by definition. */
export interface ChangesView {
  readonly sections: readonly SectionRow[];
  /** The rows of one page. */
  readonly rows: readonly DefinitionRow[];
  /** How many pages the rows are split into. */
  readonly pages: number;
}

export interface ChangesPage {
  /** What is not released yet; undefined when everything is. */
  readonly unreleased: (ChangesView & { readonly words: string }) | undefined;
  /** The newest first. */
  readonly releases: readonly ReleaseRow[];
  readonly toc: readonly TocEntry[];
}

export interface ReleasePage extends ChangesView {
  readonly release: ReleaseRow;
  readonly toc: readonly TocEntry[];
}

/** What the rows of a page may weigh, in elements. */
const MOST = 1800;

/** All releases, and what is not released yet. */
export function changesPage(published: Published, links: Links): ChangesPage {
  const { notes, unreleased } = releasesOf(published);
  const view = unreleased === undefined ? undefined : viewOf(NEXT, unreleased.changes, published, links, 1);
  return {
    unreleased:
      unreleased === undefined || view === undefined
        ? undefined
        : { ...view, words: `Since ${unreleased.since}. ${IMPACT_WORDS[unreleased.impact]}.` },
    releases: notes.map((note, i) => rowOf(note, notes[i + 1], links)),
    toc: [
      ...(unreleased === undefined ? [] : [{ text: 'Not released yet', href: '#~unreleased', depth: 0 }]),
      ...notes.map(({ version }) => ({ text: version, href: fragment(version), depth: 0 })),
    ],
  };
}

/**
 * One release.
 * @param page which part of the definitions, from 1
 * @throws when there is no such release
 */
export function releasePage(published: Published, links: Links, version: string, page = 1): ReleasePage {
  const { notes } = releasesOf(published);
  const at = notes.findIndex((one) => one.version === version);
  const note = notes[at];
  if (note === undefined) throw new Error(`no release ${version}`);
  const view = viewOf(version, note.changes, published, links, page);
  const kinds = [...new Set(view.rows.map(({ kind }) => kind))];
  return {
    ...view,
    release: rowOf(note, notes[at + 1], links),
    toc: [
      ...(view.sections.length === 0
        ? []
        : [
            { text: 'What kind of changes', href: '#~kinds', depth: 0 },
            { text: 'By definition', href: '#~definitions', depth: 0 },
          ]),
      ...kinds.map((kind) => ({ text: kind, href: `#${kindAnchor(kind)}`, depth: 1 })),
      { text: 'Frozen pages', href: '#~as-it-was', depth: 0 },
    ],
  };
}

/** The address of a part of the definitions that a release changed. */
export const releaseHref = (links: Links, version: string, page: number): string =>
  links.page(page === 1 ? changesPath(version) : `${changesPath(version)}${page}/`);

/** The later pages of all releases, by version: each release has one page, and more where it changed very much. */
export function laterPages(published: Published, links: Links): { version: string; page: string }[] {
  return releasesOf(published).notes.flatMap(({ version, changes }) =>
    pagesOf(version, changes, published, links)
      .slice(1)
      .map((_, i) => ({ version, page: String(i + 2) })),
  );
}

/** The id of the rows of a kind. It does not change with what readers call the ledger. */
export const kindAnchor = (kind: string): string =>
  kind === LEDGER_SECTION ? '~kind-ledger' : `~kind-${kind.toLowerCase().replaceAll(' ', '-')}`;

function viewOf(
  version: string,
  changes: readonly Change[],
  published: Published,
  links: Links,
  page: number,
): ChangesView {
  const pages = pagesOf(version, changes, published, links);
  return {
    sections: sectionRows(changes, published, links),
    rows: pages[page - 1] ?? [],
    pages: Math.max(1, pages.length),
  };
}

const pagesOf = (
  version: string,
  changes: readonly Change[],
  published: Published,
  links: Links,
): readonly (readonly DefinitionRow[])[] =>
  splitPages(definitionRows(version, changes, published, links), {
    weight: ({ whole, lines }) =>
      (whole === undefined ? 10 : 5) +
      lines.reduce((sum, { parts, words }) => sum + 3 + parts.length + words.length, 0),
    most: MOST,
    group: ({ kind }) => kind,
  });

function rowOf(
  { version, date, frozen, note, facts, since, impact }: ReleaseNote,
  before: ReleaseNote | undefined,
  links: Links,
): ReleaseRow {
  const more = before === undefined ? 0 : facts - before.facts;
  const than = `${Math.abs(more)} ${more < 0 ? 'fewer' : 'more'} than in ${since}`;
  return {
    version: { text: version, href: links.page(changesPath(version)) },
    date,
    frozen,
    note,
    words:
      since === undefined
        ? `The first release, with ${counted(facts, 'fact')}.`
        : `${counted(facts, 'fact')}, ${more === 0 ? `as many as in ${since}` : than}.`,
    impact: since === undefined ? undefined : IMPACT_WORDS[impact],
  };
}
