import { type AccountKind, accountKind } from '../../../lib/capture/match/account-kind.ts';
import type { MatchedRecord } from '../../../lib/capture/review/match-capture.ts';
import { clientWords } from '../../../lib/corpus/captures/client-words.ts';
import { factAt } from '../../../lib/corpus/facts/fact-at.ts';
import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Capture, Direction } from '../../../lib/schema/types.generated.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { captureReviews, seenPaths } from './capture-reviews.ts';

/** In how many records of how many calls something is. */
export interface Seen {
  readonly records: number;
  /** Captures that name the same call are of one; any other capture is of a call of its own. */
  readonly calls: number;
}

/** Records of a stanza that were captured in the same way. */
export interface PresenceColumn extends Seen {
  readonly direction: Direction;
  readonly jid: AccountKind;
  readonly client: string;
  /** The day, if it is known. */
  readonly date: string | undefined;
  readonly technique: string;
  readonly kind: string;
}

/** What the captures of a stanza show of its facts. */
export interface PresencePage {
  readonly stanza: Ref;
  readonly columns: readonly PresenceColumn[];
  readonly rows: readonly {
    readonly fact: Ref;
    /** How often it was seen in each column. */
    readonly seen: readonly Presence[];
  }[];
}

/** How often something was seen, among the records that would show it. */
export interface Presence extends Seen {
  /** The others were captured without the node that it is in, or break off. */
  readonly of: number;
}

/** A record with the capture that it is in, and the facts whose part it has. */
interface SeenRecord {
  readonly capture: Capture;
  readonly matched: MatchedRecord;
  readonly paths: ReadonlySet<string>;
}

/** The kind of a capture, in words. */
export const kindOf = ({ kind }: Capture): string => kind ?? 'not stated';

/** The records of all captures by the stanza that describes them. */
const recordsByStanza = memoizeBy(
  async (corpus: Corpus): Promise<ReadonlyMap<string, readonly SeenRecord[]>> => {
    const reviews = await captureReviews(corpus);
    const byStanza = new Map<string, SeenRecord[]>();
    for (const { id, data: capture } of corpus.definitions.capture.values()) {
      for (const matched of reviews.get(id) ?? []) {
        const { stanza } = matched.review;
        if (stanza === undefined) continue;
        const one = { capture, matched, paths: seenPaths(matched) };
        const list = byStanza.get(stanza);
        if (list === undefined) byStanza.set(stanza, [one]);
        else list.push(one);
      }
    }
    return byStanza;
  },
);

/** The stanzas of which there are captures, each with how many, in the order of their ids. */
export async function capturedStanzas(corpus: Corpus): Promise<ReadonlyMap<string, Seen>> {
  const found = [...(await recordsByStanza(corpus))].sort(([a], [b]) => compareText(a, b));
  return new Map(found.map(([id, list]) => [id, countOf(list)]));
}

const countOf = (list: readonly SeenRecord[]): Seen => ({
  records: list.length,
  calls: new Set(
    list.map(({ capture: { id, call } }) => (call === undefined ? `capture ${id}` : `call ${call}`)),
  ).size,
});

/** The page that compares the captures of a stanza, below its own. */
export const presencePath = (stanza: string): string => `stanzas/${encodeURIComponent(stanza)}/captures/`;

/**
 * The page of what the captures of a stanza have of its facts.
 * @throws (rejects) when there are none
 */
export async function presencePage({ corpus }: Publication, links: Links, id: string): Promise<PresencePage> {
  const records = (await recordsByStanza(corpus)).get(id);
  const entry = corpus.definitions.stanza.get(id);
  if (records === undefined || entry === undefined) throw new Error(`no captures of ${id}`);
  const columns = new Map<string, SeenRecord[]>();
  for (const one of records) {
    const key = JSON.stringify(Object.values(columnOf(one, corpus)));
    const list = columns.get(key);
    if (list === undefined) columns.set(key, [one]);
    else list.push(one);
  }
  const sorted = [...columns].sort(([a], [b]) => compareText(a, b)).map(([, list]) => list);
  const anywhere = new Set(records.flatMap(({ paths }) => [...paths]));
  // Facts inside a node that no record has are absent with it, and are not listed.
  // A choice is no part of a stanza: its members are.
  const facts = rowsOf(corpus, 'stanza', id).filter(
    ({ kind, node }) =>
      kind !== 'choice' && (node === '' || anywhere.has(factAt(corpus, `${id}:${node}`)?.path ?? '')),
  );
  return {
    stanza: { text: entry.data.display_name, href: links.definition('stanza', id) },
    columns: sorted.map((list) => ({ ...columnOf(list[0] as SeenRecord, corpus), ...countOf(list) })),
    rows: facts.map((fact) => ({
      fact: { text: fact.anchor, href: links.fact(fact) },
      seen: sorted.map((list) => ({
        ...countOf(list.filter(({ paths }) => paths.has(fact.path))),
        of: list.filter((one) => wouldShow(one, fact)).length,
      })),
    })),
  };
}

/** Whether a fact that a record does not have is absent: a payload without its envelope says nothing of that. */
const wouldShow = ({ matched: { review }, paths }: SeenRecord, { path, node }: Fact): boolean =>
  paths.has(path) || !(review.cut || (review.bare && node === ''));

const columnOf = ({ capture, matched }: SeenRecord, corpus: Corpus): Omit<PresenceColumn, keyof Seen> => ({
  direction: matched.record.direction,
  jid: accountKind(matched.root),
  client: clientWords(capture.source, corpus),
  date: capture.source.captured_at?.slice(0, 10),
  technique: capture.source.technique,
  kind: kindOf(capture),
});
