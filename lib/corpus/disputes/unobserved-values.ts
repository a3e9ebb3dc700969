import type { Corpus } from '../model/corpus.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { Fact } from '../model/fact.ts';
import { refutedFacts } from './refuted-facts.ts';

/**
 * The values that a fact lists and nobody observed: an open dispute refutes them, or no technique has seen them, so that
 * only a description or code names them. A value of an enum is judged by its own fact, any other one by the fact itself.
 */
export function unobservedValues(fact: Fact, corpus: Corpus): ReadonlySet<string> {
  const refuted = refutedFacts(corpus);
  const isSeen = ({ path, provenance }: Fact): boolean =>
    provenance.techniques.length > 0 && !refuted.has(path);
  const id = enumOfType(fact.type);
  const own = isSeen(fact);
  return new Set(
    fact.observed.filter((value) => {
      const named = id === undefined ? undefined : corpus.factByPath.get(`${id}=${value}`);
      return !own || (named !== undefined && !isSeen(named));
    }),
  );
}
