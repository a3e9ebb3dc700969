import { definitionOf } from '../corpus/facts/split-path.ts';
import { titleOf } from '../corpus/lookup/title-of.ts';
import { definitionPath } from '../diff/bundle/definition-path.ts';
import type { Published } from '../diff/bundle/published.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';
import type { RetiredPage } from '../diff/retired/retired-pages.ts';
import { atomFeed, type Feed, type FeedEntry, jsonFeed } from '../export/formats/feed.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import type { Addresses } from '../export/json/addresses.ts';
import { feedFiles } from '../pages/definition-files.ts';
import { changesPath, pagePath } from '../pages/page-path.ts';
import { isFactOwner, KINDS, PAGE_KINDS, type PageKind } from '../schema/kinds.ts';
import { changesText } from './changes-text.ts';
import { type DefinitionRelease, definitionHistories } from './definition-histories.ts';

/** What the feeds of a site share. */
interface FeedContext {
  readonly publication: Published;
  readonly addresses: Addresses;
}

/**
 * All feeds: of the spec, of each definition of a kind that has feeds, and at the address of each that was released and
 * retired since. The feed of a definition has the releases in which it appeared or changed, under whatever id it had
 * then. At a retired address is the feed of the successor; without one, the definition's own history, which ends with
 * its withdrawal.
 * @param notes the releases, newest first
 * @param retired the retired pages
 * @param isThere whether the feeds of a definition exist already
 */
export function* siteFeeds(
  publication: Published,
  addresses: Addresses,
  notes: readonly ReleaseNote[],
  retired: readonly RetiredPage[],
  isThere: (kind: PageKind, id: string) => boolean = () => false,
): Generator<PublishedFile> {
  const context = { publication, addresses };
  yield* filesOf('', specFeed(context, notes));
  const feeds = new Map<string, Feed>();
  const entries = new Map<PageKind, (id: string) => FeedEntry[]>();
  for (const kind of PAGE_KINDS.filter((one) => KINDS[one].feed === true)) {
    const historyOf = definitionHistories(kind, notes, publication.releases[0]);
    const entriesOf = (id: string): FeedEntry[] =>
      historyOf(id).flatMap((one) => releaseEntry(one.note, releaseText(kind, one), context));
    entries.set(kind, entriesOf);
    for (const entry of publication.corpus.definitions[kind].values()) {
      const page = pagePath(kind, entry.id);
      const feed = feedOf(page, titleOf(entry), entriesOf(entry.id), context);
      feeds.set(definitionPath(kind, entry.id) ?? entry.id, feed);
      if (!isThere(kind, entry.id)) yield* filesOf(page, feed);
    }
  }
  // A successor may be of another kind.
  for (const { kind, id, page, title, now } of retired) {
    const entriesOf = entries.get(kind);
    if (entriesOf === undefined || now === undefined) continue;
    const successor = now.kind === 'moved' ? feeds.get(definitionOf(now.path)) : undefined;
    const own = (): Feed =>
      feedOf(page, title, [...farewell(title, now, context), ...entriesOf(id)], context);
    yield* filesOf(page, successor ?? own());
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
  { publication: { corpus, origin, date }, addresses }: FeedContext,
): Feed {
  const address = (path: string): string | undefined =>
    origin === undefined ? undefined : addresses.of(path);
  const { atom, json } = feedFiles(page);
  return {
    id: address(atom) ?? `urn:stanza-catalog:${page}`,
    title,
    author: corpus.spec.title,
    home: address(page),
    atom: address(atom),
    json: address(json),
    date,
    entries,
  };
}

const specFeed = (context: FeedContext, notes: readonly ReleaseNote[]): Feed =>
  feedOf(
    '',
    context.publication.corpus.spec.title,
    notes.flatMap((note) =>
      releaseEntry(
        note,
        note.since === undefined
          ? `The first release, with ${factsInWords(note.facts)}.`
          : changesText(note.changes),
        context,
      ),
    ),
    context,
  );

/** The entry of a release; none without a date. */
function releaseEntry(
  { version, date: released, frozen }: ReleaseNote,
  text: string,
  { publication: { origin }, addresses }: FeedContext,
): FeedEntry[] {
  const day = released ?? frozen;
  if (day === undefined) return [];
  const remark = 'The day of the release is not known; this is the day on which it was frozen.';
  return [
    {
      id: version,
      title: `Version ${version}`,
      date: day,
      url: origin === undefined ? undefined : addresses.of(changesPath(version)),
      text: released === undefined ? `${text}\n\n${remark}` : text,
    },
  ];
}

/** What a release did to a definition, in the text of an entry. */
function releaseText(kind: PageKind, release: DefinitionRelease): string {
  if ('changes' in release) return changesText(release.changes);
  return `The first release${isFactOwner(kind) ? `, with ${factsInWords(release.facts)} of this ${kind}` : ''}.`;
}

/** The last entry of a definition that has no page any more. */
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

const factsInWords = (facts: number): string => (facts === 1 ? '1 fact' : `${facts} facts`);
