import { openDisputes } from '../../../lib/corpus/disputes/open-disputes.ts';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { restsOn } from '../../../lib/corpus/evidence/rests-on.ts';
import { evidenceOf } from '../../../lib/corpus/lookup/evidence-of.ts';
import { ratedLower } from '../../../lib/corpus/lookup/rated-lower.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { confirmingChannels } from '../../../lib/coverage/measure-coverage.ts';
import { countValues, type PackedFacet, packFacet } from './packed-facet.ts';

/** What all facts can be filtered by, besides the definition that they belong to. */
export const factFacets = memoizeBy((corpus: Corpus): readonly PackedFacet[] => {
  const { facts } = corpus;
  const resting = facts.map((fact) => restsOn(fact, corpus));
  const field = (name: string, of: (fact: Fact) => readonly string[]): PackedFacet =>
    packFacet(name, facts.map(of));
  return [
    field('kind', ({ kind }) => [kind]),
    field('confidence', ({ confidence }) => [confidence]),
    packFacet(
      'technique',
      resting.map(({ techniques }) => techniques),
    ),
    packFacet(
      'flavor',
      resting.map(({ flavors }) => flavors),
    ),
    field('dispute', (fact) => disputeStates(fact, corpus)),
    field('confirm', (fact) => confirmingTechniques(fact, corpus)),
    field('rated', (fact) => ratings(fact, corpus)),
  ];
});

/** How many facts have each value of each field. */
export const countsOfFacts = (corpus: Corpus): ReadonlyMap<string, ReadonlyMap<string, number>> =>
  new Map(factFacets(corpus).map((facet) => [facet.name, countValues(facet)]));

/** The state of a fact's disputes: refuted is one that is open, and says that there is no such fact. */
export function disputeStates(fact: Fact, corpus: Corpus): readonly string[] {
  const open = openDisputes([fact], corpus) > 0;
  const state = open ? ['open'] : fact.disputes.length > 0 ? ['resolved'] : [];
  return refutedFacts(corpus).has(fact.path) ? [...state, 'refuted'] : state;
}

function confirmingTechniques(fact: Fact, corpus: Corpus): readonly string[] {
  const channels = confirmingChannels(fact, evidenceOf(fact, corpus), corpus);
  return channels.flatMap((channel) => listening(corpus).get(channel) ?? []);
}

const confirmedBy = memoizeBy((corpus: Corpus) => {
  const facts = new Map<string, Fact[]>();
  for (const fact of corpus.facts) {
    for (const id of confirmingTechniques(fact, corpus)) {
      const some = facts.get(id);
      if (some === undefined) facts.set(id, [fact]);
      else some.push(fact);
    }
  }
  return facts;
});

/** The facts that one more source from a technique would confirm, in the order of the corpus. */
export const factsConfirmedBy = (corpus: Corpus, technique: string): readonly Fact[] =>
  confirmedBy(corpus).get(technique) ?? [];

const listening = memoizeBy(({ techniques }: Corpus) => {
  const ids = [...techniques.keys()];
  return Map.groupBy(ids, (id) => techniques.get(id)?.channel);
});

function ratings(fact: Fact, corpus: Corpus): readonly string[] {
  const reason = ratedLower(fact, evidenceOf(fact, corpus));
  if (reason === undefined) return [];
  return reason === '' ? ['lower', 'unexplained'] : ['lower'];
}
