import type { Published } from '../diff/bundle/published.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';
import type { RetiredPage } from '../diff/retired/retired-pages.ts';
import { atomFeed, type Feed, type FeedEntry, jsonFeed } from '../export/formats/feed.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import type { Addresses } from '../export/json/addresses.ts';
import { changesText } from './changes-text.ts';
import { type StanzaRelease, stanzaHistories } from './stanza-histories.ts';

/**
 * All feeds: of the spec, of each stanza, and at the address of each stanza that was released and retired since. A
 * stanza's feed has the releases in which it appeared or changed, under whatever id it had then. At a retired address
 * is the feed of the successor; without one, the stanza's own history, which ends with its withdrawal.
 * @param notes the releases, newest first
 * @param isThere whether the feeds of a stanza exist already
 */
export function* siteFeeds(
  publication: Published,
  addresses: Addresses,
  notes: readonly ReleaseNote[],
  retired: readonly RetiredPage[],
  isThere: (id: string) => boolean = () => false,
): Generator<PublishedFile> {
  const { corpus, releases } = publication;
  const maker = feedMaker(publication, addresses);
  yield* filesOf('', specFeed(corpus.spec.title, notes, maker));

  const histories = stanzaHistories(notes, releases[0]);
  const entriesOf = (id: string): FeedEntry[] =>
    histories(id).flatMap((one) => maker.entry(one.note, stanzaText(one)));
  const feeds = new Map<string, Feed>();
  for (const { id, data } of corpus.definitions.stanza.values()) {
    const folder = addresses.page('stanza', id);
    const feed = maker.feed(folder, data.display_name, entriesOf(id));
    feeds.set(id, feed);
    if (!isThere(id)) yield* filesOf(folder, feed);
  }
  for (const { kind, id, page, title, now } of retired) {
    if (kind !== 'stanza' || now === undefined) continue;
    const successor = now.kind === 'moved' ? feeds.get(now.path.replace(/:.*$/s, '')) : undefined;
    yield* filesOf(
      page,
      successor ?? maker.feed(page, title, [...maker.farewell(title, now), ...entriesOf(id)]),
    );
  }
}

const specFeed = (title: string, notes: readonly ReleaseNote[], { feed, entry }: FeedMaker): Feed =>
  feed(
    '',
    title,
    notes.flatMap((note) =>
      entry(
        note,
        note.since === undefined
          ? `The first release, with ${factsInWords(note.facts)}.`
          : changesText(note.changes),
      ),
    ),
  );

const stanzaText = (release: StanzaRelease): string =>
  'facts' in release
    ? `The first release, with ${factsInWords(release.facts)} of this stanza.`
    : changesText(release.changes);

const factsInWords = (n: number): string => (n === 1 ? '1 fact' : `${n} facts`);

function* filesOf(folder: string, feed: Feed): Generator<PublishedFile> {
  yield { path: `${folder}feed.xml`, text: atomFeed(feed) };
  yield { path: `${folder}feed.json`, text: jsonFeed(feed) };
}

/** Makes feeds and entries with the addresses of a site. */
interface FeedMaker {
  /** @param folder the page that the feed is about, from the root of the site, with a slash at its end */
  feed(folder: string, title: string, entries: readonly FeedEntry[]): Feed;
  /** The entry of a release; none without a date. */
  entry(note: ReleaseNote, text: string): FeedEntry[];
  /** The last entry of a stanza that has no page any more. */
  farewell(title: string, now: NonNullable<RetiredPage['now']>): FeedEntry[];
}

function feedMaker({ origin, date }: Published, addresses: Addresses): FeedMaker {
  const known = (url: string): string | undefined => (origin === undefined ? undefined : url);
  return {
    feed(folder, title, entries) {
      const atom = `${folder}feed.xml`;
      return {
        id: origin === undefined ? `urn:stanza-catalog:${folder}` : addresses.of(atom),
        title,
        home: known(addresses.of(folder)),
        atom: known(addresses.of(atom)),
        json: known(addresses.of(`${folder}feed.json`)),
        date,
        entries,
      };
    },
    entry({ version, date: released, frozen }, text) {
      const day = released ?? frozen;
      if (day === undefined) return [];
      const remark = 'The day of the release is not known; this is the day on which it was frozen.';
      return [
        {
          id: version,
          title: `Version ${version}`,
          date: day,
          url: known(addresses.of(`changes/${encodeURIComponent(version)}/`)),
          text: released === undefined ? `${text}\n\n${remark}` : text,
        },
      ];
    },
    farewell(title, now) {
      if (now.kind === 'withdrawn') {
        const { date: day, reason } = now.tombstone;
        return [
          { id: 'withdrawn', title: `${title} was withdrawn`, date: day, url: undefined, text: reason },
        ];
      }
      if (now.kind !== 'moved' || date === undefined) return [];
      const url = addresses.path(now.path);
      const text = [`It is now ${now.path}.`, ...(now.reason === undefined ? [] : [now.reason])].join(' ');
      return [
        { id: 'moved', title: `${title} has moved`, date, url: url === undefined ? url : known(url), text },
      ];
    },
  };
}
