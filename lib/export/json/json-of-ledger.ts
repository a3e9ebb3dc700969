import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Addresses } from './addresses.ts';

/** The names in the ledger, with the permalinks of their sources. */
export function jsonOfLedger({ definitions }: Corpus, addresses: Addresses): object[] {
  return [...definitions.ledger.values()]
    .flatMap(({ data }) => data.names)
    .map(({ sources, ...rest }) => ({ ...rest, sources: sources.map((source) => addresses.source(source)) }));
}
