import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Question } from '../../../lib/corpus/model/question.ts';

const byOwner = memoizeBy((corpus: Corpus) => {
  const owners = new Map<string, Question[]>();
  for (const question of corpus.questions) {
    const key = `${question.kind} ${question.owner}`;
    const list = owners.get(key);
    if (list === undefined) owners.set(key, [question]);
    else list.push(question);
  }
  return owners;
});

/** The questions that a definition asks, in its own order. */
export function questionsOf(corpus: Corpus, kind: Question['kind'], owner: string): readonly Question[] {
  return byOwner(corpus).get(`${kind} ${owner}`) ?? [];
}
