import type { Corpus } from '../model/corpus.ts';
import type { Question } from '../model/question.ts';

/** The open questions that a technique could answer. */
export const questionsFor = (corpus: Corpus, technique: string): readonly Question[] =>
  corpus.questions.filter(({ asks, status }) => status === 'open' && asks.includes(technique));
