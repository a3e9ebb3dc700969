import { payloadTagsOf } from '../../../lib/corpus/lookup/payload-tags-of.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { LedgerEntry } from '../../../lib/schema/types.generated.ts';

const byStanza = memoizeBy((corpus: Corpus) => {
  const names = [...corpus.definitions.ledger.values()].flatMap(({ data }) => data.names);
  return Map.groupBy(names, (name) => stanzaOfName(corpus, name));
});

/** The stanza whose tag the spec uses for a name of the ledger; undefined if no stanza or several have that tag. */
export function stanzaOfName(
  corpus: Corpus,
  { kind, same_as: tag }: Pick<LedgerEntry, 'kind' | 'same_as'>,
): string | undefined {
  if (kind !== 'tag' || tag === undefined) return undefined;
  const stanzas = [...corpus.definitions.stanza.keys()].filter((id) =>
    payloadTagsOf(corpus, id).includes(tag),
  );
  return stanzas.length === 1 ? stanzas[0] : undefined;
}

/** The names of the ledger that stand for the tag of a stanza elsewhere and that nothing on the wire has. */
export const namesOfStanza = (corpus: Corpus, id: string): readonly LedgerEntry[] =>
  byStanza(corpus).get(id) ?? [];

/** The id of the row of a name. */
export const ledgerAnchor = ({ kind, name }: Pick<LedgerEntry, 'kind' | 'name'>): string =>
  `~${kind}-${name}`;
