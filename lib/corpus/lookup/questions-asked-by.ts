import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Question } from '../model/question.ts';

const byOwner = memoizeBy((corpus: Corpus) =>
  Map.groupBy(corpus.questions, ({ kind, owner }) => `${kind} ${owner}`),
);

/** The questions that a definition asks, in its own order. */
export function questionsAskedBy(corpus: Corpus, kind: Question['kind'], owner: string): readonly Question[] {
  return byOwner(corpus).get(`${kind} ${owner}`) ?? [];
}

/** How many of the questions that a definition asks are open. */
export function openQuestions(corpus: Corpus, kind: Question['kind'], owner: string): number {
  return questionsAskedBy(corpus, kind, owner).filter(({ status }) => status === 'open').length;
}
