import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Question } from '../model/question.ts';

/** What it would take to answer a question. */
export type Reach = 'capture' | 'wire' | 'channel' | 'research' | 'unsaid' | 'answered';

/** All questions of a corpus. */
export interface QuestionList {
  /** In the order of the corpus. */
  readonly questions: readonly Question[];
  readonly byReach: ReadonlyMap<Reach, readonly Question[]>;
  readonly open: number;
  readonly resolved: number;
  /** How many open questions each technique could answer, the most first. */
  readonly asks: readonly { readonly technique: string; readonly count: number }[];
}

/** Every question, open and answered. */
export const questionList = memoizeBy((corpus: Corpus): QuestionList => {
  const open = corpus.questions.filter(({ status }) => status === 'open');
  const counts = new Map<string, number>();
  for (const id of open.flatMap(({ asks }) => asks)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return {
    questions: corpus.questions,
    byReach: Map.groupBy(corpus.questions, (question) => reachOf(question, corpus)),
    open: open.length,
    resolved: corpus.questions.length - open.length,
    asks: [...counts].sort(([, a], [, b]) => b - a).map(([technique, count]) => ({ technique, count })),
  };
});

function reachOf({ id, status, asks, settles }: Question, { techniques }: Corpus): Reach {
  if (status !== 'open') return 'answered';
  const onWire = asks.some((id) => techniques.get(id)?.channel === 'wire');
  // A predicate is about what a capture shows, whichever technique made it.
  if (settles.length > 0 && (onWire || asks.length === 0)) return 'capture';
  // A question that is just a sentence does not say what would answer it.
  if (asks.length === 0) return id === undefined ? 'unsaid' : 'research';
  return onWire ? 'wire' : 'channel';
}
