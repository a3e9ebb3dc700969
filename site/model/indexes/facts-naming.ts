import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';

const known = new WeakMap<Corpus, ReadonlyMap<string, readonly Fact[]>>();

/** The facts that name a source, by the source as it is written, such as `capture:<id>`. Worked out once. */
export function factsNaming(corpus: Corpus): ReadonlyMap<string, readonly Fact[]> {
  let facts = known.get(corpus);
  if (facts === undefined) {
    const bySource = new Map<string, Fact[]>();
    for (const fact of corpus.facts) {
      for (const source of new Set(fact.provenance.sources)) {
        const list = bySource.get(source);
        if (list === undefined) bySource.set(source, [fact]);
        else list.push(fact);
      }
    }
    facts = bySource;
    known.set(corpus, facts);
  }
  return facts;
}
