import { type CapturedAnswer, capturedAnswers } from '../../capture/review/captured-answers.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Question } from '../../corpus/model/question.ts';
import type { Addresses, LinkedSource } from './addresses.ts';
import { omitEmpty } from './omit-empty.ts';

export interface QuestionJson {
  readonly id?: string;
  readonly url: string;
  /** The definition that asks. */
  readonly owner: { readonly kind: Question['kind']; readonly id: string };
  readonly question: string;
  readonly status: 'open' | 'resolved';
  readonly answer?: string;
  readonly sources?: readonly LinkedSource[];
  /** Techniques that could answer it. */
  readonly asks?: readonly string[];
  readonly settles?: Question['settles'];
  /** The answers that captures give to it. */
  readonly captured?: readonly CapturedAnswer[];
}

/** Makes the JSON of a question. */
export function jsonOfQuestion(question: Question, corpus: Corpus, addresses: Addresses): QuestionJson {
  const { id, kind, owner, text, status, answer, sources, asks, settles } = question;
  return {
    ...omitEmpty('id', id),
    url: addresses.question(question),
    owner: { kind, id: owner },
    question: text,
    status,
    ...omitEmpty('answer', answer),
    ...omitEmpty(
      'sources',
      sources.map((source) => addresses.source(source)),
    ),
    ...omitEmpty('asks', asks),
    ...omitEmpty('settles', settles),
    ...omitEmpty('captured', capturedAnswers(question, corpus)),
  };
}
