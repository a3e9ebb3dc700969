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

/** The stanzas that a predicate is about: those of its conditions, or the one that asks the question if it has none. */
export const stanzasOfPredicate = ({ conditions }: Predicate, question: Question): (string | undefined)[] =>
  conditions.length === 0
    ? [question.kind === 'stanza' ? question.owner : undefined]
    : conditions.map((condition) => stanzaOfCondition(condition, question));
