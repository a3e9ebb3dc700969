import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { denialOf } from './denial-of.ts';

/**
 * The paths of the facts that nobody should rely on: each is denied by an open dispute with `refutes`, or lies inside
 * a child that is. A page marks them, an example does not contain them without saying so, and search ranks them last.
 */
export const refutedFacts = memoizeBy((corpus: Corpus): ReadonlySet<string> => {
  const refuted = new Set<string>();
  const add = (fact: Fact | undefined): void => {
    if (fact === undefined || refuted.has(fact.path)) return;
    refuted.add(fact.path);
    for (const path of fact.inside) add(corpus.factByPath.get(path));
  };
  for (const fact of corpus.facts) if (denialOf(fact.disputes) !== undefined) add(fact);
  return refuted;
});
