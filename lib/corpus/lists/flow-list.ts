import { openDisputes } from '../lookup/open-disputes.ts';
import { openQuestions } from '../lookup/questions-asked-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';

/** A flow in the list of flows. */
export interface ListedFlow {
  readonly entry: Entry<'flow'>;
  readonly openQuestions: number;
  readonly openDisputes: number;
}

/** All flows, in the order of their ids. */
export function flowList(corpus: Corpus): ListedFlow[] {
  return [...corpus.definitions.flow.values()].map((entry) => ({
    entry,
    openQuestions: openQuestions(corpus, 'flow', entry.id),
    openDisputes: openDisputes(entry.data.steps),
  }));
}
