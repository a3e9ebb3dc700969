import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';

/** The facts that name a source, by the source as it is written, such as `capture:<id>`. */
export const factsNaming: (corpus: Corpus) => ReadonlyMap<string, readonly Fact[]> = memoizeBy((corpus) => {
  const bySource = new Map<string, Fact[]>();
  for (const fact of corpus.facts) {
    for (const source of new Set(fact.provenance.sources)) {
      const list = bySource.get(source);
      if (list === undefined) bySource.set(source, [fact]);
      else list.push(fact);
    }
  }
  return bySource;
});
