import { isRefutedStanza } from '../../../lib/corpus/disputes/is-refuted-stanza.ts';
import { definitionList, type ListedDefinition } from '../../../lib/corpus/lists/definition-list.ts';
import { payloadTagsOf } from '../../../lib/corpus/lookup/payload-tags-of.ts';
import { stanzaGroups } from '../../../lib/corpus/lookup/stanza-groups.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { phaseAnchor } from '../../../lib/pages/phase-anchor.ts';
import type { LedgerEntry, Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type SourceGroup, sourceGroups } from '../views/source-groups.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';
import { ledgerAnchor, stanzaOfName } from './stanza-of-name.ts';

/** A stanza in the catalog. */
export interface CatalogRow extends ListedDefinition<'stanza'> {
  /** The tags by which it is known. */
  readonly tags: readonly string[];
  readonly refuted: boolean;
}

/** The stanzas of a phase, or of a category. */
export interface CatalogGroup {
  readonly anchor: string;
  readonly title: string;
  readonly summary: Prose | undefined;
  readonly rows: readonly CatalogRow[];
}

/** A name that was seen and is not described. */
export interface LedgerRow {
  readonly anchor: string;
  readonly name: string;
  readonly kind: LedgerEntry['kind'];
  readonly note: string | undefined;
  /** The name that the wire has instead, with the stanza that has it as its tag. */
  readonly sameAs: Ref | undefined;
  readonly sources: readonly SourceGroup[];
  readonly count: number;
}

export interface CatalogPage {
  readonly groups: readonly CatalogGroup[];
  /** Whether stanzas differ in their status. */
  readonly showsStatus: boolean;
  readonly total: number;
  readonly tally: TallyView;
  readonly ledger: readonly LedgerRow[];
  /** The pages of a long catalog; empty if one has room for all. */
  readonly pages: readonly (Ref & { readonly current: boolean })[];
}

/** The number of stanzas on a page: with their marks and bars, a browser lays out so many in an instant. */
const ROWS_ON_A_PAGE = 100;

/** How many pages the catalog has. */
export const catalogPages = ({ definitions }: Corpus): number =>
  Math.max(1, Math.ceil(definitions.stanza.size / ROWS_ON_A_PAGE));

/** The path of a page of the catalog. No stanza has the id `index`, so that no page of one is here. */
export const catalogPath = (page: number): string => (page === 1 ? 'stanzas/' : `stanzas/index/${page}/`);

/**
 * A page of the catalog: the stanzas by phase, and on the first one the names in the ledger that have none.
 * @param page its number; the first one is 1
 */
export function catalogPage({ corpus }: Publication, links: Links, page = 1): CatalogPage {
  const last = catalogPages(corpus);
  const all = [...corpus.definitions.stanza.values()];
  const names = [...corpus.definitions.ledger.values()].flatMap(({ data }) => data.names);
  return {
    groups: groupsFrom(corpus, (page - 1) * ROWS_ON_A_PAGE),
    showsStatus: new Set(all.map(({ data }) => data.status)).size > 1,
    total: all.length,
    tally: tallyOf([...corpus.factsOf.stanza.values()].flat()),
    ledger: page > 1 ? [] : names.map((one) => ledgerRow(one, links, stanzaOfName(corpus, one))),
    pages:
      last === 1
        ? []
        : Array.from({ length: last }, (_, i) => ({
            text: String(i + 1),
            href: links.page(catalogPath(i + 1)),
            current: i + 1 === page,
          })),
  };
}

const rowsById = memoizeBy(
  (corpus: Corpus) => new Map(definitionList(corpus, 'stanza').map((row) => [row.entry.id, row])),
);

/** The groups of a page, each with those of its stanzas that are on it. */
function groupsFrom(corpus: Corpus, start: number): CatalogGroup[] {
  const rows = rowsById(corpus);
  let at = 0;
  return stanzaGroups(corpus).flatMap(({ id, title, summary, entries }) => {
    const [from, to] = [Math.max(0, start - at), Math.max(0, start + ROWS_ON_A_PAGE - at)];
    at += entries.length;
    const here = entries.slice(from, to).flatMap((entry) => {
      const row = rows.get(entry.id);
      if (row === undefined) return [];
      const { id } = entry;
      return [{ ...row, tags: payloadTagsOf(corpus, id), refuted: isRefutedStanza(corpus, id) }];
    });
    return here.length === 0 ? [] : [{ anchor: phaseAnchor(id), title, summary, rows: here }];
  });
}

const ledgerRow = (
  { name, kind, note, same_as, sources }: LedgerEntry,
  links: Links,
  stanza: string | undefined,
): LedgerRow => ({
  anchor: ledgerAnchor({ kind, name }),
  name,
  kind,
  note,
  sameAs:
    same_as === undefined
      ? undefined
      : { text: same_as, href: stanza === undefined ? undefined : links.definition('stanza', stanza) },
  sources: sourceGroups([], sources, links),
  count: sources.length,
});
