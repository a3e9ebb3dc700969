import { clientSkeleton } from '../../../lib/corpus/clients/client-skeleton.ts';
import { type ClientsOfStanza, clientsOfStanza } from '../../../lib/corpus/clients/clients-of-stanza.ts';
import { markWords } from '../../../lib/corpus/clients/marks.ts';
import { type OthersParts, othersParts } from '../../../lib/corpus/clients/others-parts.ts';
import { partsAlone } from '../../../lib/corpus/clients/parts-of-client.ts';
import { stanzasOfClient } from '../../../lib/corpus/clients/stanzas-of-client.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { matrixPath } from './matrix-path.ts';

/** A stanza as a client writes and reads it. */
export interface ClientSection {
  readonly id: string;
  readonly stanza: Ref;
  /** The page with every part and every client. */
  readonly matrix: string;
  /** The stanza as its code writes it and reads it, as text; '' if it does not. */
  readonly writes: string;
  readonly reads: string;
  /** The parts that its code has and is not known to write or read. */
  readonly names: readonly string[];
  /** Parts that it writes or reads although an open dispute denies them. */
  readonly refuted: readonly string[];
  /** The parts of the stanza itself that no implementation of another family is known to have. */
  readonly alone: readonly string[];
  /** What other implementations write, and read, and its code was not seen to have. */
  readonly unwritten: OthersParts;
  readonly unread: OthersParts;
}

/** How many stanzas a page shows: each adds some twenty elements. */
const ON_A_PAGE = 80;

/** How many pages the stanzas of a client take; at least one. */
export const pagesOfClient = (corpus: Corpus, client: string): number =>
  Math.max(1, Math.ceil(stanzasOfClient(corpus, client).shown.length / ON_A_PAGE));

/** The page of a client with some of its stanzas; the first is its own page. */
export const clientPath = (client: string, page = 1): string =>
  `flavors/${encodeURIComponent(client)}/${page === 1 ? '' : `${page}/`}`;

/** The stanzas of a client that one of its pages shows. */
export function clientSections(
  corpus: Corpus,
  links: Links,
  client: string,
  page: number,
): readonly ClientSection[] {
  const from = (page - 1) * ON_A_PAGE;
  return stanzasOfClient(corpus, client)
    .shown.slice(from, from + ON_A_PAGE)
    .map((id) => sectionOf(corpus, links, client, id));
}

function sectionOf(corpus: Corpus, links: Links, client: string, id: string): ClientSection {
  const data = corpus.definitions.stanza.get(id)?.data;
  const { rows } = clientsOfStanza(corpus, id);
  const skeleton = (does: 'writes' | 'reads'): string => clientSkeleton(data?.tag ?? '', rows, client, does);
  const anchorsOf = (isShown: (row: ClientsOfStanza['rows'][number], words: string) => boolean): string[] =>
    rows
      .filter((row) => {
        const mark = row.marks.get(client);
        return mark !== undefined && isShown(row, markWords(mark));
      })
      .map(({ fact }) => fact.anchor);
  const alone = new Set(partsAlone(corpus, client).map(({ fact }) => fact.path));
  return {
    id,
    stanza: { text: data?.display_name ?? id, href: links.definition('stanza', id) },
    matrix: links.page(matrixPath(id)),
    writes: skeleton('writes'),
    reads: skeleton('reads'),
    names: anchorsOf((_, words) => words === 'names'),
    refuted: anchorsOf(({ refuted }, words) => refuted && words !== 'names'),
    alone: anchorsOf(({ fact, refuted }) => fact.owner === id && !refuted && alone.has(fact.path)),
    unwritten: othersParts(corpus, id, client, 'writes'),
    unread: othersParts(corpus, id, client, 'reads'),
  };
}
