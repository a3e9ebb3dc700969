import { payloadTags } from '../../../lib/corpus/model/payload-tags.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { LedgerEntry, Stanza } from '../../../lib/schema/types.generated.ts';
import { openDisputes } from '../indexes/open-disputes.ts';
import { questionsOf } from '../indexes/questions-of.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type SourceGroup, sourceGroups } from '../views/source-groups.ts';
import { type Tally, tallyOf } from '../views/tally.ts';

/** A stanza in the catalog. */
export interface CatalogRow {
  readonly name: Ref;
  readonly tag: string;
  /** Tags of the payloads, where they are not the outermost tag itself. */
  readonly payload: readonly string[];
  readonly category: Stanza['category'];
  readonly direction: Stanza['direction'];
  readonly status: Stanza['status'];
  readonly tally: Tally;
  readonly open: number;
  readonly disputes: number;
}

/** A name that somebody has seen and nobody has described. */
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
  readonly tally: Tally;
  readonly ledger: readonly LedgerRow[];
}

/** The catalog: every stanza, and what the ledger has seen besides. */
export function catalogPage({ corpus }: Publication, links: Links): CatalogPage {
  const stanzas = [...corpus.definitions.stanza.values()];
  const payloads = payloadTags(stanzas.map(({ data }) => data));
  const rows = stanzas.map(({ id, data }): CatalogRow => {
    const facts = corpus.factsOfStanza.get(id) ?? [];
    return {
      name: { text: data.display_name, href: links.definition('stanza', id) },
      tag: data.tag,
      payload: (payloads.get(id) ?? []).filter((tag) => tag !== data.tag),
      category: data.category,
      direction: data.direction,
      status: data.status,
      tally: tallyOf(facts),
      open: questionsOf(corpus, 'stanza', id).filter(({ status }) => status === 'open').length,
      disputes: openDisputes(facts),
    };
  });
  const names = [...corpus.definitions.ledger.values()].flatMap(({ data }) => data.names);
  return {
    rows,
    tally: tallyOf([...corpus.factsOfStanza.values()].flat()),
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
