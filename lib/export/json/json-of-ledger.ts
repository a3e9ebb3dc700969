import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Addresses } from './addresses.ts';

/** The names of the ledger for programs, sources with their permalinks. */
export function jsonOfLedger({ definitions }: Corpus, addresses: Addresses): object[] {
  return [...definitions.ledger.values()]
    .flatMap(({ data }) => data.names)
    .map(({ sources, ...rest }) => ({ ...rest, sources: sources.map(addresses.source) }));
}
