import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { parseSource } from '../sources/source-ref.ts';

const byFlavor = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly Fact[]> => {
  const disputed = new Map<string, Fact[]>();
  for (const fact of corpus.facts) {
    const ids = new Set(
      fact.disputes.flatMap(({ flavors = [], sources = [] }) => [...flavors, ...sources.flatMap(flavorOf)]),
    );
    for (const id of ids) {
      const facts = disputed.get(id);
      if (facts === undefined) disputed.set(id, [fact]);
      else facts.push(fact);
    }
  }
  return disputed;
});

function flavorOf(source: string): string[] {
  const ref = parseSource(source);
  return ref.kind === 'flavor' ? [ref.flavor] : [];
}

/** The facts that a flavor disputes, in the order of the corpus. */
export const factsDisputedBy = (corpus: Corpus, flavor: string): readonly Fact[] =>
  byFlavor(corpus).get(flavor) ?? [];
