import type { Bundle } from '../diff/bundle/bundle.ts';
import type { Published } from '../diff/bundle/published.ts';
import type { Change } from '../diff/changes/change.ts';
import { groupChanges } from '../diff/changes/group-changes.ts';
import { summarizeChanges } from '../diff/changes/summarize-changes.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';
import type { RetiredPage } from '../diff/retired/retired-pages.ts';
import { atomFeed, type Feed, type FeedEntry, jsonFeed } from '../export/formats/feed.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import type { Addresses } from '../export/json/addresses.ts';
import { titleOf } from '../export/json/title-of.ts';
import { feedFiles } from '../pages/definition-files.ts';
import { changesPath, pagePath } from '../pages/page-path.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../schema/kinds.ts';

/** What the feeds of a site share. */
interface FeedContext {
  readonly publication: Published;
  readonly addresses: Addresses;
  /** The releases, the newest first. */
  readonly notes: readonly ReleaseNote[];
}

/**
 * The feeds: of the spec, of each definition of a kind that has them, and at the former address of each that was
 * released and no longer exists. The feed of a definition has the releases in which it appeared or changed, under
 * whatever id it had then. At a former address is the feed of its successor; without one, its own past, with an entry
 * that says so.
 * @param notes the releases, the newest first
 * @param isThere whether the feeds of a definition are written already
 */
export function* siteFeeds(
  publication: Published,
  addresses: Addresses,
  notes: readonly ReleaseNote[],
  former: readonly RetiredPage[],
  isThere: (kind: PageKind, id: string) => boolean = () => false,
): Generator<PublishedFile> {
  const context = { publication, addresses, notes };
  yield* filesOf('', specFeed(context));
  for (const kind of PAGE_KINDS.filter((one) => KINDS[one].feed === true)) {
    const pastOf = pastOfKind(kind, context);
    const feeds = new Map<string, Feed>();
    for (const entry of publication.corpus.definitions[kind].values()) {
      const page = pagePath(kind, entry.id);
      const feed = feedOf(page, titleOf(entry), pastOf(entry.id), context);
      feeds.set(entry.id, feed);
      if (!isThere(kind, entry.id)) yield* filesOf(page, feed);
    }
    for (const { kind: formerKind, id, page, title, now } of former) {
      if (formerKind !== kind || now === undefined) continue;
      const successor = now.kind === 'moved' ? feeds.get(now.path.replace(/[:=].*$/s, '')) : undefined;
      const own = (): Feed => feedOf(page, title, [...farewell(title, now, context), ...pastOf(id)], context);
      yield* filesOf(page, successor ?? own());
    }
  }
}

function* filesOf(page: string, feed: Feed): Generator<PublishedFile> {
  const { atom, json } = feedFiles(page);
  yield { path: atom, text: atomFeed(feed) };
  yield { path: json, text: jsonFeed(feed) };
}

function feedOf(
  page: string,
  title: string,
  entries: readonly FeedEntry[],
  { publication: { origin, date }, addresses }: FeedContext,
): Feed {
  const address = (path: string): string | undefined =>
    origin === undefined ? undefined : addresses.of(path);
  const { atom, json } = feedFiles(page);
  return {
    id: address(atom) ?? `urn:stanza-catalog:${page}`,
    title,
    home: address(page),
    atom: address(atom),
    json: address(json),
    date,
    entries,
  };
}

const specFeed = (context: FeedContext): Feed =>
  feedOf(
    '',
    context.publication.corpus.spec.title,
    context.notes.flatMap((note) =>
      releaseEntry(
        note,
        note.since === undefined ? `The first release, with ${numberOf(note.facts)}.` : textOf(note.changes),
        context,
      ),
    ),
    context,
  );

/** The entry of a release; none where no day is known. */
function releaseEntry(
  { version, date: released, frozen }: ReleaseNote,
  text: string,
  { publication: { origin }, addresses }: FeedContext,
): FeedEntry[] {
  const day = released ?? frozen;
  if (day === undefined) return [];
  const unsure = 'The day of the release is not known; this is the day on which it was frozen.';
  return [
    {
      id: version,
      title: `Version ${version}`,
      date: day,
      url: origin === undefined ? undefined : addresses.of(changesPath(version)),
      text: released === undefined ? `${text}\n\n${unsure}` : text,
    },
  ];
}

/** What the releases changed in a definition of a kind, by its id. */
function pastOfKind(kind: PageKind, context: FeedContext): (id: string) => FeedEntry[] {
  const first = factCounts(kind, context.publication.releases[0]);
  const byRelease = context.notes.map((note) => ({ note, changes: changesByOwner(kind, note.changes) }));
  return (id) => {
    // The definition and those that were moved into it. A name counts only in releases before the move.
    const ids = new Set([id]);
    return byRelease.flatMap(({ note, changes }) => {
      for (const { from, to } of changes.moves) if (ids.has(to)) ids.add(from);
      if (note.since === undefined) {
        const counts = [...ids].flatMap((one) => first.get(one) ?? []);
        if (counts.length === 0) return [];
        const facts = counts.reduce((a, b) => a + b, 0);
        const part = kind in PATH_MARKS ? `, with ${numberOf(facts)} of this ${kind}` : '';
        return releaseEntry(note, `The first release${part}.`, context);
      }
      const own = [...new Set([...ids].flatMap((one) => changes.byOwner.get(one) ?? []))];
      return own.length === 0 ? [] : releaseEntry(note, textOf(own), context);
    });
  };
}

/** The last entry of a definition that no longer exists. */
function farewell(
  title: string,
  now: NonNullable<RetiredPage['now']>,
  { publication: { origin, date }, addresses }: FeedContext,
): FeedEntry[] {
  if (now.kind === 'withdrawn') {
    const { date: day, reason } = now.tombstone;
    return [{ id: 'withdrawn', title: `${title} was withdrawn`, date: day, url: undefined, text: reason }];
  }
  if (now.kind !== 'moved' || date === undefined) return [];
  const url = origin === undefined ? undefined : addresses.path(now.path);
  const text = [`It is now ${now.path}.`, ...(now.reason === undefined ? [] : [now.reason])].join(' ');
  return [{ id: 'moved', title: `${title} has moved`, date, url, text }];
}

const numberOf = (facts: number): string => (facts === 1 ? '1 fact' : `${facts} facts`);

/** What follows the id in the fact paths of the kinds that have facts. */
const PATH_MARKS: { readonly [K in PageKind]?: string } = { stanza: ':', enum: '=' };

/** The definitions of a kind in a release, with the number of their facts. */
function factCounts(kind: PageKind, bundle: Bundle | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of bundle?.definitions ?? []) if (one.kind === kind) counts.set(one.id, 0);
  for (const { path } of bundle?.facts ?? []) {
    const { owner, mark } = splitPath(path);
    if (mark === PATH_MARKS[kind]) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

function splitPath(path: string): { readonly owner: string; readonly mark: string | undefined } {
  const [, owner = path, mark] = /^([^:=]*)([:=])/.exec(path) ?? [];
  return { owner, mark };
}

interface OwnChanges {
  readonly byOwner: ReadonlyMap<string, readonly Change[]>;
  /** Definitions that were moved as a whole. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** The changes of definitions of a kind and of their facts, by id; a move belongs to both ids. */
function changesByOwner(kind: PageKind, changes: readonly Change[]): OwnChanges {
  const owners = new Map<string, Change[]>();
  const moves: { from: string; to: string }[] = [];
  const add = (path: string, change: Change): void => {
    const { owner, mark } = splitPath(path);
    if (mark !== undefined && mark !== PATH_MARKS[kind]) return;
    const list = owners.get(owner);
    if (list === undefined) owners.set(owner, [change]);
    else if (list.at(-1) !== change) list.push(change);
  };
  for (const change of changes) {
    if (change.kind === 'ledger') continue;
    if ((change.kind === 'definition' || change.kind === 'edited') && change.definition !== kind) continue;
    add(change.path, change);
    if (change.kind !== 'moved') continue;
    add(change.to, change);
    if (!/[:=]/.test(change.path + change.to)) moves.push({ from: change.path, to: change.to });
  }
  return { byOwner: owners, moves };
}

/** Lines of an entry; the page of changes has all of them. */
const MOST = 40;

function textOf(changes: readonly Change[]): string {
  const lines = groupChanges(changes).flatMap(({ title, groups }) =>
    groups.map(({ words, paths }) => {
      const said = words.map((one) => (typeof one === 'string' ? one : 'code' in one ? one.code : one.data));
      const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
      return `${title}: ${paths.slice(0, 3).join(', ')}${more} (${said.join('')})`;
    }),
  );
  const rest = lines.length > MOST ? [`and ${lines.length - MOST} more`] : [];
  const sum = `${summarizeChanges(changes)}.`;
  return [sum.slice(0, 1).toUpperCase() + sum.slice(1), '', ...lines.slice(0, MOST), ...rest].join('\n');
}
