import { openDisputes } from '../disputes/open-disputes.ts';
import { implementationsOf, type RestsOn, restsOn } from '../evidence/rests-on.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

/** A fact in the list of all facts, with what it rests on. */
export interface ListedFact extends RestsOn {
  readonly fact: Fact;
  readonly openDisputes: number;
  /** How many implementations show it. */
  readonly implementations: number;
}

/** All facts, or some of them, in the order of the corpus. */
export const factList = (corpus: Corpus, facts: readonly Fact[] = corpus.facts): ListedFact[] =>
  facts.map((fact) => ({
    fact,
    ...restsOn(fact, corpus),
    openDisputes: openDisputes([fact], corpus),
    implementations: implementationsOf(fact, corpus).length,
  }));
