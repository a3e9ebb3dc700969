import { splitPath } from '../../../lib/corpus/facts/split-path.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { Change } from '../../../lib/diff/changes/change.ts';
import type { Section } from '../../../lib/diff/changes/change-section.ts';
import type { Words } from '../../../lib/diff/changes/describe-change.ts';
import { type ChangeGroup, groupChanges } from '../../../lib/diff/changes/group-changes.ts';
import { impactOf } from '../../../lib/diff/changes/impact-of.ts';
import { summarizeChanges } from '../../../lib/diff/changes/summarize-changes.ts';
import { twinFiles } from '../../../lib/pages/definition-files.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { changesPath, pagePath, releasedPagePath } from '../../../lib/pages/page-path.ts';
import type { DefinitionRelease } from '../../../lib/publish/definition-histories.ts';
import { NEXT, publishedHistories } from '../../../lib/publish/published-histories.ts';
import { type FactOwner, isFactOwner, isReleasedKind, type PageKind } from '../../../lib/schema/kinds.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { TocEntry } from '../frame/toc-entry.ts';
import type { Links } from '../links/links.ts';
import { pathHref } from '../links/path-href.ts';
import type { Ref } from '../links/ref.ts';
import { hasFrozenPage } from './page-versions.ts';

/** Equal changes of one or more parts of a definition. */
export interface ChangeLine {
  readonly title: Section;
  readonly words: Words;
  /** Whether a client that follows the spec may have to change. */
  readonly isBreaking: boolean;
  /** Whether it is about words and evidence alone, and changes nothing for a client. */
  readonly isQuiet: boolean;
  /** The parts, without the definition; none if it is about the definition as a whole. */
  readonly parts: readonly Ref[];
}

/** What a release did to a definition. */
export interface ReleaseOfDefinition {
  /** The version, which leads to the page as it was then where that is kept; or that it is not released yet. */
  readonly version: Ref;
  /** The id of its entry. */
  readonly anchor: string;
  readonly day: string | undefined;
  /** Such as `2 facts added, 1 confidence raised`. */
  readonly words: string;
  readonly lines: readonly ChangeLine[];
}

/** The history of a definition, newest first. */
export interface DefinitionHistory {
  readonly title: string;
  readonly releases: readonly ReleaseOfDefinition[];
  /** Such as `4 releases, last changed in 0.4.0`. */
  readonly words: string;
  /** The page of its own, where it has one. */
  readonly href: string | undefined;
}

/** A history with more lines than this has a page of its own. */
const MOST = 6;

/** The page of the history of a definition, whether it has one or not. */
export const historyPath = (kind: PageKind, id: string): string => `${pagePath(kind, id)}history/`;

/** The history of a definition. Undefined where no release has it. */
export function definitionHistory(
  published: Published,
  links: Links,
  kind: FactOwner,
  id: string,
): DefinitionHistory | undefined {
  const entry = published.corpus.definitions[kind].get(id);
  const releases = releasesSince(published, kind, id);
  if (entry === undefined || releases.length === 0) return undefined;
  const href = historyPageHref(published, links, kind, id);
  return {
    title: titleOf(entry),
    words: wordsOf(releases),
    releases: releases.map((one) => releaseView(one, published, links, kind, id)),
    href,
  };
}

/** The whole history of a definition, for the page of its own, and the files that have it for programs. @throws when it has none */
export function historyPage(
  published: Published,
  links: Links,
  kind: FactOwner,
  id: string,
): DefinitionHistory & { readonly data: readonly Ref[] } {
  const history = definitionHistory(published, links, kind, id);
  if (history === undefined) throw new Error(`${kind} ${id} has no history`);
  return {
    ...history,
    data: releasesSince(published, kind, id).map(({ note: { version } }) => {
      const page = version === NEXT ? 'changes/' : changesPath(version);
      return {
        text: version === NEXT ? 'not released yet' : version,
        href: links.page(twinFiles(page).json),
      };
    }),
  };
}

/** The definitions whose history is too long for their own page. */
export function withHistoryPage(published: Published): { readonly kind: FactOwner; readonly id: string }[] {
  return (Object.keys(published.corpus.definitions) as PageKind[])
    .filter(isFactOwner)
    .flatMap((kind) =>
      [...published.corpus.definitions[kind].keys()]
        .filter((id) => hasHistoryPage(published, kind, id))
        .map((id) => ({ kind, id })),
    );
}

/** Every release from the first that has a definition, newest first; those in between that did not change it as well. */
function releasesSince(published: Published, kind: FactOwner, id: string): DefinitionRelease[] {
  const { notes, of } = publishedHistories(published);
  const changed = new Map(of(kind, id).map((one) => [one.note.version, one]));
  const first = notes.findLastIndex(({ version }) => changed.has(version));
  return [
    ...[changed.get(NEXT) ?? []].flat(),
    ...notes.slice(0, first + 1).map((note) => changed.get(note.version) ?? { note, changes: [] }),
  ];
}

/** The page of the history of a definition; undefined if its own page has all of it. */
const historyPageHref = (
  published: Published,
  links: Links,
  kind: FactOwner,
  id: string,
): string | undefined =>
  hasHistoryPage(published, kind, id) ? links.page(historyPath(kind, id)) : undefined;

/** The table of contents of a page, with its history last. */
export const withHistory = (
  toc: readonly TocEntry[],
  history: DefinitionHistory | undefined,
): readonly TocEntry[] =>
  history === undefined ? toc : [...toc, { text: 'History', href: '#~history', depth: 0 }];

/** Where the changes of a definition in a version are listed: on the page of its history, or on its own. */
export const historyHref = (
  published: Published,
  links: Links,
  kind: FactOwner,
  id: string,
  version: string,
): string | undefined =>
  !published.corpus.definitions[kind].has(id)
    ? undefined
    : `${links.page((hasHistoryPage(published, kind, id) ? historyPath : pagePath)(kind, id))}${fragment(anchorOf(version))}`;

function hasHistoryPage(published: Published, kind: FactOwner, id: string): boolean {
  let lines = 0;
  for (const one of publishedHistories(published).of(kind, id)) {
    if ('changes' in one)
      lines += groupChanges(one.changes).reduce((sum, { groups }) => sum + groups.length, 0);
    if (lines > MOST) return true;
  }
  return false;
}

const anchorOf = (version: string): string => `~${version}`;

function releaseView(
  release: DefinitionRelease,
  published: Published,
  links: Links,
  kind: FactOwner,
  id: string,
): ReleaseOfDefinition {
  const { version, date, frozen } = release.note;
  const isNext = version === NEXT;
  const frozenPage =
    isReleasedKind(kind) && hasFrozenPage(published, version, kind, id)
      ? releasedPagePath(version, kind, id)
      : changesPath(version);
  const changes = 'changes' in release ? release.changes : [];
  return {
    version: isNext
      ? { text: 'Not released yet', href: undefined }
      : { text: version, href: links.page(frozenPage) },
    anchor: anchorOf(version),
    day: isNext ? undefined : (date ?? frozen),
    words:
      'facts' in release
        ? `The first release, with ${counted(release.facts, 'fact')}.`
        : changes.length === 0
          ? 'No change.'
          : `${capitalized(summarizeChanges(changes))}.`,
    lines: changeLinesOf(changes, published, links),
  };
}

/** Changes of one definition as lines: those that break a client first, then the most important of the others. */
export function changeLinesOf(changes: readonly Change[], published: Published, links: Links): ChangeLine[] {
  const byImpact = Map.groupBy(changes, (change) => impactOf([change]) === 'major');
  return [true, false].flatMap((isBreaking) =>
    groupChanges(byImpact.get(isBreaking) ?? []).flatMap(({ title, groups }) =>
      groups.map((group) => lineOf({ title, isBreaking }, group, published, links)),
    ),
  );
}

/** What says nothing new to somebody who writes a client. */
const QUIET: ReadonlySet<Section> = new Set(['Reworded', 'Descriptions', 'Evidence', 'Definitions edited']);

function lineOf(
  { title, isBreaking }: Pick<ChangeLine, 'title' | 'isBreaking'>,
  { words, paths }: ChangeGroup,
  published: Published,
  links: Links,
): ChangeLine {
  return {
    title,
    isBreaking,
    isQuiet: !isBreaking && QUIET.has(title),
    words,
    parts: paths.flatMap((path) => {
      const part = splitPath(path);
      return part === undefined ? [] : [{ text: part.anchor, href: pathHref(path, published, links) }];
    }),
  };
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function wordsOf(releases: readonly DefinitionRelease[]): string {
  const newest = releases.find((one) => 'facts' in one || one.changes.length > 0);
  const released = releases.filter(({ note }) => note.version !== NEXT);
  const last =
    newest?.note.version === NEXT ? 'changed since the last one' : `last changed in ${newest?.note.version}`;
  return `${counted(released.length, 'release')}, ${last}`;
}
