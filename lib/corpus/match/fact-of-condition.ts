import { factAt } from '../facts/fact-at.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import type { Question } from '../model/question.ts';
import type { Condition, Predicate } from './parse-predicate.ts';

/** The stanza that a condition is about: the one that it names, or the one that asks the question. */
export function stanzaOfCondition(condition: Condition, question: Question): string | undefined {
  return condition.stanza ?? (question.kind === 'stanza' ? question.owner : undefined);
}

/** The fact that a condition is about; undefined if the spec has none. */
export function factOfCondition(condition: Condition, question: Question, corpus: Corpus): Fact | undefined {
  const stanza = stanzaOfCondition(condition, question);
  return stanza === undefined ? undefined : factAt(corpus, `${stanza}:${condition.anchor}`);
}

/** The stanzas that a predicate is about: those that it names, or the one that asks the question if it names none. */
export function stanzasOfPredicate(
  { conditions, earlier }: Predicate,
  question: Question,
): (string | undefined)[] {
  const named = [
    ...conditions.map((condition) => stanzaOfCondition(condition, question)),
    ...earlier.flatMap(({ than }) => than?.stanza ?? []),
  ];
  return named.length > 0 ? named : [question.kind === 'stanza' ? question.owner : undefined];
}
