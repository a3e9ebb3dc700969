import { factsRestingOn } from '../evidence/rests-on.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

const byName = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly Fact[]> => {
  const facts = new Map<string, Fact[]>();
  for (const fact of corpus.facts) {
    for (const name of namesOf(fact)) {
      const list = facts.get(name);
      if (list === undefined) facts.set(name, [fact]);
      else list.push(fact);
    }
  }
  return facts;
});

function namesOf({ provenance }: Fact): string[] {
  const captures = [...new Set(provenance.sources)].filter((source) => source.startsWith('capture:'));
  return [
    ...[...new Set(provenance.contributors)].map((id) => `contributor ${id}`),
    ...captures.map((source) => `capture ${source.slice('capture:'.length)}`),
  ];
}

/**
 * The facts for which an entry of a registry is evidence, in the order of the corpus: those that rest on a technique or
 * a flavor, and those that name a contributor, or a capture as a source.
 */
export function factsSupportedBy(
  corpus: Corpus,
  registry: 'technique' | 'flavor' | 'contributor' | 'capture',
  id: string,
): readonly Fact[] {
  return registry === 'technique' || registry === 'flavor'
    ? factsRestingOn(corpus, registry, id)
    : (byName(corpus).get(`${registry} ${id}`) ?? []);
}
