import { FACT_OWNERS, type FactOwner } from '../../schema/kinds.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

/** Every definition that may hold facts, with those that it holds itself. */
export function* ownedFacts(
  corpus: Corpus,
): Generator<{ readonly entry: Entry<FactOwner>; readonly facts: readonly Fact[] }> {
  for (const kind of FACT_OWNERS) {
    const entries: ReadonlyMap<string, Entry<FactOwner>> = corpus.definitions[kind];
    for (const [id, facts] of corpus.factsOf[kind]) {
      const entry = entries.get(id);
      if (entry !== undefined) yield { entry, facts };
    }
  }
}
