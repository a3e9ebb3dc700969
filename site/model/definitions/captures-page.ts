import { type AccountKind, accountKind } from '../../../lib/capture/match/account-kind.ts';
import { factAt } from '../../../lib/corpus/facts/fact-at.ts';
import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import { definitionList } from '../../../lib/corpus/lists/definition-list.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Capture } from '../../../lib/schema/types.generated.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import { type CaptureReviews, captureReviews, seenPaths } from '../indexes/capture-review.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** A capture in the list of captures. */
export interface CaptureRow {
  readonly id: Ref;
  readonly title: string;
  /** The stanza that it shows, or its tag if the spec does not describe it. */
  readonly stanza: Ref;
  readonly kind: string;
  readonly direction: Capture['direction'];
  readonly technique: Ref;
  /** How many facts name it as a source. */
  readonly facts: number;
}

/** What the captures of a stanza show of its facts. */
export interface PresenceMatrix {
  readonly stanza: Ref;
  readonly anchor: string;
  /** One for each combination of direction, technique, kind of JID and kind of capture. */
  readonly columns: readonly {
    readonly direction: Capture['direction'];
    readonly technique: string;
    readonly jid: AccountKind;
    readonly kind: string;
    readonly captures: number;
  }[];
  readonly rows: readonly {
    readonly fact: Ref;
    /** In how many captures of each column it occurs. */
    readonly seen: readonly number[];
  }[];
}

export interface CapturesPage {
  readonly rows: readonly CaptureRow[];
  readonly synthetic: number;
  readonly presence: readonly PresenceMatrix[];
}

/** The kind of a capture, in words. */
export const kindOf = ({ kind }: Capture): string => kind ?? 'not stated';

/** Every capture, and for each stanza with captures what is present and what is absent in them. */
export async function capturesPage(publication: Publication, links: Links): Promise<CapturesPage> {
  const { corpus } = publication;
  const reviews = await captureReviews(corpus);
  const captures = definitionList(corpus, 'capture');
  const byStanza = new Map<string, Capture[]>();
  const rows = captures.map(({ entry: { data: capture }, facts }): CaptureRow => {
    const stanza = reviews.get(capture.id)?.review.stanza;
    if (stanza !== undefined) {
      const list = byStanza.get(stanza);
      if (list === undefined) byStanza.set(stanza, [capture]);
      else list.push(capture);
    }
    return {
      id: links.ref('capture', capture.id),
      title: capture.title ?? '',
      stanza: stanzaRef(stanza, capture.stanza_tag ?? '', publication, links),
      kind: kindOf(capture),
      direction: capture.direction,
      technique: links.ref('technique', capture.source.technique),
      facts: facts.length,
    };
  });
  return {
    rows,
    synthetic: captures.filter(({ entry }) => entry.data.kind === 'synthetic').length,
    presence: [...byStanza]
      .sort(([a], [b]) => compareText(a, b))
      .map(([id, list]) => presenceOf(id, list, reviews, publication, links)),
  };
}

/** The stanza that a record shows, by its display name; its tag if the spec does not describe it. */
export function stanzaRef(id: string | undefined, tag: string, { corpus }: Publication, links: Links): Ref {
  return id === undefined
    ? { text: `<${tag}>`, href: undefined }
    : {
        text: corpus.definitions.stanza.get(id)?.data.display_name ?? id,
        href: links.definition('stanza', id),
      };
}

/** The anchor of a stanza's table on the page of captures. */
export const presenceAnchor = (stanza: string): string => `~presence-${stanza}`;

function jidOf({ id }: Capture, reviews: CaptureReviews): AccountKind {
  const root = reviews.get(id)?.root;
  return root === undefined ? 'no JID' : accountKind(root);
}

function presenceOf(
  id: string,
  captures: readonly Capture[],
  reviews: CaptureReviews,
  publication: Publication,
  links: Links,
): PresenceMatrix {
  const { corpus } = publication;
  const columns = new Map<string, Capture[]>();
  for (const capture of captures) {
    const jid = jidOf(capture, reviews);
    const key = [capture.direction, capture.source.technique, jid, kindOf(capture)].join(' ');
    const list = columns.get(key);
    if (list === undefined) columns.set(key, [capture]);
    else list.push(capture);
  }
  const sorted = [...columns].sort(([a], [b]) => compareText(a, b)).map(([, list]) => list);
  const seen = new Map(
    captures.map((capture) => {
      const review = reviews.get(capture.id);
      return [capture.id, review === undefined ? new Set<string>() : seenPaths(review)];
    }),
  );
  const anywhere = new Set([...seen.values()].flatMap((paths) => [...paths]));
  // Facts inside a node that no capture has are absent with it, and are not listed.
  const facts = rowsOf(corpus, 'stanza', id).filter(
    ({ node }) => node === '' || anywhere.has(factAt(corpus, `${id}:${node}`)?.path ?? ''),
  );
  return {
    stanza: stanzaRef(id, '', publication, links),
    anchor: presenceAnchor(id),
    columns: sorted.map((list) => {
      const [first] = list as [Capture];
      return {
        direction: first.direction,
        technique: first.source.technique,
        jid: jidOf(first, reviews),
        kind: kindOf(first),
        captures: list.length,
      };
    }),
    rows: facts.map((fact) => ({
      fact: { text: fact.anchor, href: links.fact(fact) },
      seen: sorted.map((list) => list.filter((capture) => seen.get(capture.id)?.has(fact.path)).length),
    })),
  };
}
