import { compareText } from '../../text/compare-text.ts';
import { implementationsOf, namedBy, restsOn } from '../evidence/rests-on.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { clientsOf } from '../sources/clients-of.ts';

/** Who shows a fact, each list sorted: together, the first three are the implementations that are counted for it. */
export interface ClientsOfFact {
  /** An implementation that does both is in both lists. */
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  /** Implementations that are listed or cited, and not known to write or read it. */
  readonly names: readonly string[];
  /** Extracts and descriptions: they are no implementations, and what they show is another client's. */
  readonly described: readonly string[];
}

/**
 * Who writes a fact, who reads it, who only names it, and who describes it. Nobody only names a fact without evidence of
 * its own: it rests on what is inside it.
 */
export function clientsOfFact(fact: Fact, corpus: Corpus): ClientsOfFact {
  const all = new Set(implementationsOf(fact, corpus));
  const { writes, reads } = clientsOf(fact);
  const does = new Set([...writes, ...reads]);
  const { inherited } = namedBy(fact, corpus);
  return {
    writes: writes.filter((id) => all.has(id)),
    reads: reads.filter((id) => all.has(id)),
    names: inherited ? [] : [...all].filter((id) => !does.has(id)).sort(compareText),
    described: inherited
      ? []
      : restsOn(fact, corpus)
          .flavors.filter((id) => !all.has(id))
          .sort(compareText),
  };
}
