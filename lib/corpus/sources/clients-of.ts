import { compareText } from '../../text/compare-text.ts';
import type { Fact } from '../model/fact.ts';
import { type Does, parseSource } from './source-ref.ts';
import { sourcesOfFact } from './sources-of-fact.ts';

/** The flavors whose sources say what their code does with a fact, sorted. One that does both is in both lists. */
export type Clients = Readonly<Record<Exclude<Does, 'names'>, readonly string[]>>;

/** Whether code names a fact, and none that is known writes or reads it. */
export const isOnlyNamed = (fact: Fact): boolean => {
  const words = sourcesOfFact(fact).flatMap((source) => {
    const ref = parseSource(source);
    return ref.kind === 'flavor' && ref.does !== undefined ? [ref.does] : [];
  });
  return words.length > 0 && words.every((word) => word === 'names');
};

/** Which flavors write a fact and which read it, by the words behind its sources and those of its legs. */
export function clientsOf(fact: Fact): Clients {
  const found = { writes: new Set<string>(), reads: new Set<string>() };
  for (const source of sourcesOfFact(fact)) {
    const ref = parseSource(source);
    if (ref.kind !== 'flavor' || ref.does === undefined || ref.does === 'names') continue;
    found[ref.does].add(ref.flavor);
  }
  return {
    writes: [...found.writes].sort(compareText),
    reads: [...found.reads].sort(compareText),
  };
}
