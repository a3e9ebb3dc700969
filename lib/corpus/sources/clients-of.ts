import { compareText } from '../../text/compare-text.ts';
import type { Fact } from '../model/fact.ts';
import { type Does, parseSource } from './source-ref.ts';
import { sourcesOfFact } from './sources-of-fact.ts';

/** The flavors whose sources say what their code does with a fact, sorted. One that does both is in both lists. */
export type Clients = Readonly<Record<Exclude<Does, 'names'>, readonly string[]>>;

/**
 * Whether code names a fact, and none is known that writes or reads it. An address may lead to such code, so that
 * nothing is said of a fact that cites one.
 */
export const isOnlyNamed = (fact: Fact): boolean => {
  const refs = sourcesOfFact(fact).map(parseSource);
  const names = refs.filter((ref) => ref.kind === 'flavor' && ref.does === 'names').length;
  return names > 0 && names === refs.filter(({ kind }) => kind !== 'capture').length;
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
