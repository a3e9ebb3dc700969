import type { Published } from '../diff/bundle/published.ts';
import type { Change } from '../diff/changes/change.ts';
import { groupChanges } from '../diff/changes/group-changes.ts';
import { summarizeChanges } from '../diff/changes/summarize-changes.ts';
import type { ReleaseNote } from '../diff/releases/release-notes.ts';
import type { RetiredPage } from '../diff/retired/retired-pages.ts';
import { atomFeed, type Feed, type FeedEntry, jsonFeed } from '../export/formats/feed.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import type { Addresses } from '../export/json/addresses.ts';
import { pluralized } from '../text/counted.ts';

/**
 * The feeds: of the spec, of each stanza, and at the address of each stanza that was released and is there no
 * more. A stanza's feed has the releases in which it appeared or changed, under whatever id it had then. At a
 * former address stands the feed of the stanza that took its place; where none did, its own past, with an entry
 * that says so.
 * @param notes the releases, the newest first
 * @param isThere whether the feeds of a stanza are written already
 */
export function* siteFeeds(
  publication: Published,
  addresses: Addresses,
  notes: readonly ReleaseNote[],
  former: readonly RetiredPage[],
  isThere: (id: string) => boolean = () => false,
): Generator<PublishedFile> {
  const { corpus, origin, date, releases } = publication;
  const known = (url: string): string | undefined => (origin === undefined ? undefined : url);
  const feedOf = (folder: string, title: string, entries: readonly FeedEntry[]): Feed => {
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
  };
  const entry = ({ version, date: released, frozen }: ReleaseNote, told: string): FeedEntry[] => {
    const day = released ?? frozen;
    if (day === undefined) return [];
    const of = 'The day of the release is not known; this is the day on which it was frozen.';
    return [
      {
        id: version,
        title: `Version ${version}`,
        date: day,
        url: known(addresses.of(`changes/${encodeURIComponent(version)}/`)),
        text: released === undefined ? `${told}\n\n${of}` : told,
      },
    ];
  };

  yield* filesOf(
    '',
    feedOf(
      '',
      corpus.spec.title,
      notes.flatMap((note) =>
        entry(
          note,
          note.since === undefined
            ? `The first release, with ${factsInWords(note.facts)}.`
            : textOf(note.changes),
        ),
      ),
    ),
  );

  const first = factsOfStanzas(releases[0]);
  const byStanza = notes.map((note) => ({ note, changes: changesByStanza(note.changes) }));
  const pastOf = (id: string): FeedEntry[] => {
    // It and what it was made of. A name is looked for only in what came before the move.
    const ids = new Set([id]);
    return byStanza.flatMap(({ note, changes }) => {
      for (const { from, to } of changes.moves) if (ids.has(to)) ids.add(from);
      if (note.since === undefined) {
        const facts = [...ids].flatMap((one) => first.get(one) ?? []);
        if (facts.length === 0) return [];
        return entry(
          note,
          `The first release, with ${factsInWords(facts.reduce((a, b) => a + b, 0))} of this stanza.`,
        );
      }
      const own = [...new Set([...ids].flatMap((one) => changes.byStanza.get(one) ?? []))];
      return own.length === 0 ? [] : entry(note, textOf(own));
    });
  };
  const feeds = new Map<string, Feed>();
  for (const { id, data } of corpus.definitions.stanza.values()) {
    const folder = addresses.page('stanza', id);
    const feed = feedOf(folder, data.display_name, pastOf(id));
    feeds.set(id, feed);
    if (!isThere(id)) yield* filesOf(folder, feed);
  }
  for (const { kind, id, page, title, now } of former) {
    if (kind !== 'stanza' || now === undefined) continue;
    const successor = now.kind === 'moved' ? feeds.get(now.path.replace(/:.*$/s, '')) : undefined;
    yield* filesOf(page, successor ?? feedOf(page, title, [...farewell(title, now), ...pastOf(id)]));
  }

  function farewell(title: string, now: NonNullable<RetiredPage['now']>): FeedEntry[] {
    if (now.kind === 'withdrawn') {
      const { date: day, reason } = now.tombstone;
      return [{ id: 'withdrawn', title: `${title} was withdrawn`, date: day, url: undefined, text: reason }];
    }
    if (now.kind !== 'moved' || date === undefined) return [];
    const url = addresses.path(now.path);
    const text = [`It is now ${now.path}.`, ...(now.reason === undefined ? [] : [now.reason])].join(' ');
    return [
      { id: 'moved', title: `${title} has moved`, date, url: url === undefined ? url : known(url), text },
    ];
  }
}

function* filesOf(folder: string, feed: Feed): Generator<PublishedFile> {
  yield { path: `${folder}feed.xml`, text: atomFeed(feed) };
  yield { path: `${folder}feed.json`, text: jsonFeed(feed) };
}

const factsInWords = (n: number): string => `${n} ${pluralized(n, 'fact')}`;

/** How many facts each stanza of a release has. */
function factsOfStanzas(bundle: Published['releases'][number] | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, id } of bundle?.definitions ?? []) if (kind === 'stanza') counts.set(id, 0);
  for (const { path, kind } of bundle?.facts ?? []) {
    const owner = path.replace(/:.*$/s, '');
    if (kind !== 'value') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

interface StanzaChanges {
  readonly byStanza: ReadonlyMap<string, readonly Change[]>;
  /** Stanzas that were moved as a whole. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** Changes of stanzas and their facts by the id of the stanza; what was moved belongs to both. */
function changesByStanza(changes: readonly Change[]): StanzaChanges {
  const owners = new Map<string, Change[]>();
  const moves: { from: string; to: string }[] = [];
  const add = (path: string, change: Change): void => {
    if (path.includes('=')) return;
    const owner = path.replace(/:.*$/s, '');
    const list = owners.get(owner);
    if (list === undefined) owners.set(owner, [change]);
    else if (list.at(-1) !== change) list.push(change);
  };
  for (const change of changes) {
    if (change.kind === 'ledger') continue;
    if ((change.kind === 'definition' || change.kind === 'edited') && change.definition !== 'stanza')
      continue;
    add(change.path, change);
    if (change.kind !== 'moved') continue;
    add(change.to, change);
    if (!/[:=]/.test(change.path + change.to)) moves.push({ from: change.path, to: change.to });
  }
  return { byStanza: owners, moves };
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
