import type { Registry } from '../../schema/kinds.ts';
import { factsRestingOn } from '../evidence/rests-on.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { parseSource } from '../sources/source-ref.ts';

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

function namesOf({ provenance }: Fact): Set<string> {
  const captures = provenance.sources.flatMap((source) => {
    const ref = parseSource(source);
    return ref.kind === 'capture' ? [`capture ${ref.id}`] : [];
  });
  return new Set([...provenance.contributors.map((id) => `contributor ${id}`), ...captures]);
}

/**
 * The facts for which an entry of a registry is evidence, in the order of the corpus: those that rest on a technique or
 * a flavor, and those that name a contributor, or a capture or a record of it as a source.
 */
export function factsSupportedBy(corpus: Corpus, registry: Registry, id: string): readonly Fact[] {
  return registry === 'technique' || registry === 'flavor'
    ? factsRestingOn(corpus, registry, id)
    : (byName(corpus).get(`${registry} ${id}`) ?? []);
}
