import { factsSupportedBy } from '../lookup/facts-supported-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

/** An entry of a registry with the facts for which it is evidence. */
export interface Registered<K extends 'technique' | 'flavor' | 'contributor' | 'capture'> {
  readonly entry: Entry<K>;
  readonly facts: readonly Fact[];
}

/** All entries of a registry, in the order of their ids. */
export function registryList<K extends 'technique' | 'flavor' | 'contributor' | 'capture'>(
  corpus: Corpus,
  kind: K,
): Registered<K>[] {
  const entries: ReadonlyMap<string, Entry<K>> = corpus.definitions[kind];
  return [...entries.values()].map((entry) => ({ entry, facts: factsSupportedBy(corpus, kind, entry.id) }));
}
