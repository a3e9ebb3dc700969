import { definitionList, type ListedDefinition } from '../../../lib/corpus/lists/definition-list.ts';
import { payloadTags } from '../../../lib/corpus/model/payload-tags.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { LedgerEntry } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import { type SourceGroup, sourceGroups } from '../views/source-groups.ts';
import { type TallyView, tallyOf } from '../views/tally-view.ts';

/** A stanza in the catalog. */
export interface CatalogRow extends ListedDefinition<'stanza'> {
  /** The tags of its payloads, where they are not the outermost tag. */
  readonly payload: readonly string[];
}

/** A name that was seen and is not described. */
export interface LedgerRow {
  readonly anchor: string;
  readonly name: string;
  readonly kind: LedgerEntry['kind'];
  readonly note: string | undefined;
  readonly sameAs: string | undefined;
  readonly sources: readonly SourceGroup[];
  readonly count: number;
}

export interface CatalogPage {
  readonly rows: readonly CatalogRow[];
  readonly tally: TallyView;
  readonly ledger: readonly LedgerRow[];
}

/** The catalog: every stanza, and the names in the ledger that have none. */
export function catalogPage({ corpus }: Publication, links: Links): CatalogPage {
  const stanzas = definitionList(corpus, 'stanza');
  const payloads = payloadTags(stanzas.map(({ entry }) => entry.data));
  const names = [...corpus.definitions.ledger.values()].flatMap(({ data }) => data.names);
  return {
    rows: stanzas.map((stanza) => {
      const { id, data } = stanza.entry;
      return { ...stanza, payload: (payloads.get(id) ?? []).filter((tag) => tag !== data.tag) };
    }),
    tally: tallyOf([...corpus.factsOf.stanza.values()].flat()),
    ledger: names.map(({ name, kind, note, same_as, sources }) => ({
      anchor: `~${kind}-${name}`,
      name,
      kind,
      note,
      sameAs: same_as,
      sources: sourceGroups([], sources, links),
      count: sources.length,
    })),
  };
}
