import { countConfidences } from '../../corpus/lists/counter.ts';
import { factsSupportedBy } from '../../corpus/lookup/facts-supported-by.ts';
import { flowsWith } from '../../corpus/lookup/flows-with.ts';
import { questionsAskedBy } from '../../corpus/lookup/questions-asked-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import type { FactHistory } from '../../corpus/model/fact-history.ts';
import type { Publication } from '../../corpus/model/publication.ts';
import type { Question } from '../../corpus/model/question.ts';
import type { Registry } from '../../schema/kinds.ts';
import type { Confidence } from '../../schema/types.generated.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { type FactJson, jsonOfFact } from './json-of-fact.ts';
import { jsonOfQuestion, type QuestionJson } from './json-of-question.ts';

/** What all exported files of a publication share; each value is computed once. */
export interface ExportContext {
  readonly publication: Publication;
  readonly corpus: Corpus;
  readonly addresses: Addresses;
  fact(fact: Fact): FactJson;
  question(question: Question): QuestionJson;
  questionsOf(kind: Question['kind'], owner: string): readonly Question[];
  /** The facts that rest on a technique or flavor, or name a contributor or capture. */
  restingOn(registry: Registry, id: string): readonly Fact[];
  /** The ids of the flows with a step that sends a stanza. */
  flowsWith(stanza: string): readonly string[];
  /** The number of facts by confidence. */
  tally(facts: readonly Fact[]): TallyJson;
}

export interface TallyJson extends Readonly<Record<Confidence, number>> {
  readonly facts: number;
}

/**
 * Prepares the export of a publication.
 * @param histories what the releases say of its facts, by path
 */
export function exportContext(
  publication: Publication,
  histories: ReadonlyMap<string, FactHistory> = new Map(),
): ExportContext {
  const { corpus } = publication;
  const addresses = addressesOf(publication);
  const facts = new Map<Fact, FactJson>();
  return {
    publication,
    corpus,
    addresses,
    fact(fact) {
      let json = facts.get(fact);
      if (json === undefined) {
        json = jsonOfFact(fact, corpus, addresses, histories.get(fact.path));
        facts.set(fact, json);
      }
      return json;
    },
    question: (question) => jsonOfQuestion(question, corpus, addresses),
    questionsOf: (kind, owner) => questionsAskedBy(corpus, kind, owner),
    restingOn: (registry, id) => factsSupportedBy(corpus, registry, id),
    flowsWith: (stanza) => flowsWith(corpus, stanza).map(({ id }) => id),
    tally(list) {
      const { facts: total, counts } = countConfidences(list);
      return { facts: total, ...counts };
    },
  };
}
