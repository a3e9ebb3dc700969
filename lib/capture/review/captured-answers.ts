import { observedLibrary } from '../../corpus/evidence/observed-library.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Question } from '../../corpus/model/question.ts';
import { counted } from '../../text/counted.ts';
import { matchedRecords } from './match-capture.ts';

/** An answer to an open question, and the captures that give it. */
export interface CapturedAnswer {
  readonly answer: string;
  /** Their ids, in the order of the corpus. */
  readonly captures: readonly string[];
}

const answersByQuestion = memoizeBy((corpus: Corpus): ReadonlyMap<string, ReadonlyMap<string, string[]>> => {
  const byQuestion = new Map<string, Map<string, string[]>>();
  for (const { id, data } of corpus.definitions.capture.values()) {
    if (data.kind === 'synthetic') continue;
    for (const { record, review } of matchedRecords(corpus).get(id) ?? []) {
      const { direction } = record;
      if (observedLibrary({ direction, source: data.source }, corpus) !== undefined) continue;
      for (const { owner, question, answer } of review.settled) {
        const answers = byQuestion.get(`${owner} ${question}`) ?? new Map<string, string[]>();
        byQuestion.set(`${owner} ${question}`, answers);
        const captures = answers.get(answer) ?? [];
        answers.set(answer, captures.includes(id) ? captures : [...captures, id]);
      }
    }
  }
  return byQuestion;
});

/**
 * The answers that captures give to an open question, in the order of the corpus. What was made up is left out, and so
 * are records in hex and what a third-party client sent.
 */
export const capturedAnswers = (
  { owner, id, anchor }: Pick<Question, 'owner' | 'id' | 'anchor'>,
  corpus: Corpus,
): readonly CapturedAnswer[] =>
  [...(answersByQuestion(corpus).get(`${owner} ${id ?? anchor}`) ?? [])].map(([answer, captures]) => ({
    answer,
    captures,
  }));

/** Such as `7 traces answer it`. */
export function answeredByWords({ captures }: CapturedAnswer, { definitions }: Corpus): string {
  const areTraces = captures.every((id) => definitions.capture.get(id)?.data.trace !== undefined);
  const count = counted(captures.length, areTraces ? 'trace' : 'capture');
  return `${count} ${captures.length === 1 ? 'answers' : 'answer'} it`;
}
