import { hasNamedFacts } from '../../pages/has-named-facts.ts';
import { refutedFacts } from '../disputes/refuted-facts.ts';
import { flavorLineage, groupByFamily } from '../evidence/flavor-lineage.ts';
import { implementationsOf } from '../evidence/rests-on.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { isImplementation } from '../sources/is-implementation.ts';
import { clientsOfStanza } from './clients-of-stanza.ts';
import { type Mark, type Marks, marksOf } from './marks.ts';

/** A fact that a client is known to have. */
export interface ClientPart {
  readonly fact: Fact;
  readonly mark: Mark;
}

/**
 * What a client is known to have: parts of stanzas and of shared nodes, and values of enums, each under its own path,
 * in the order of the corpus.
 */
export const partsOfClient = (corpus: Corpus, id: string): readonly ClientPart[] =>
  byClient(corpus).get(id) ?? [];

const byClient = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly ClientPart[]> => {
  const parts = new Map<string, ClientPart[]>();
  for (const [fact, marks] of markedFacts(corpus)) {
    for (const [id, mark] of marks) {
      const list = parts.get(id);
      if (list === undefined) parts.set(id, [{ fact, mark }]);
      else list.push({ fact, mark });
    }
  }
  return parts;
});

function* markedFacts(corpus: Corpus): Generator<readonly [Fact, Marks]> {
  for (const id of corpus.definitions.stanza.keys()) {
    for (const { fact, marks } of clientsOfStanza(corpus, id).rows) {
      if (fact.ownerKind === 'stanza' && fact.owner === id) yield [fact, marks];
    }
  }
  for (const fact of corpus.facts) {
    if (fact.ownerKind === 'enum' || (fact.ownerKind === 'node' && fact.kind !== 'choice'))
      yield [fact, marksOf(fact, corpus)];
  }
}

/**
 * The parts of an implementation that no other family has, refuted ones left out. None of an extract, since what it
 * shows is another client's.
 */
export function partsAlone(corpus: Corpus, id: string): readonly ClientPart[] {
  if (!isImplementation(id, corpus)) return [];
  const refuted = refutedFacts(corpus);
  const known = knownToOneFamily(corpus);
  return partsOfClient(corpus, id).filter(
    ({ fact: { path } }) => known.get(path)?.includes(id) === true && !refuted.has(path),
  );
}

/**
 * The facts that only one family of implementations is known to have, by their paths, each with its members. A single
 * implementation is a family, too.
 */
const knownToOneFamily = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly string[]> => {
  const lineage = flavorLineage(corpus.definitions.flavor);
  const known = new Map<string, readonly string[]>();
  for (const fact of corpus.facts) {
    if (hasNamedFacts(fact.ownerKind) || fact.kind === 'choice') continue;
    const clients = implementationsOf(fact, corpus);
    if (groupByFamily(clients, lineage).length === 1) known.set(fact.path, clients);
  }
  return known;
});
