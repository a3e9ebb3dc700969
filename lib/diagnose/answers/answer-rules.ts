import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { observersOf, type ViewedStep, viewOf } from '../flow/flow-view.ts';

/** What a stanza is answered with, as a flow of rules says. */
export interface AnswerRule {
  readonly question: ViewedStep;
  /** Any of them answers it. */
  readonly answers: readonly ViewedStep[];
}

/** The rules of a corpus on what is answered how, from the view of a client. */
export const answerRules = memoizeBy((corpus: Corpus): readonly AnswerRule[] =>
  [...corpus.definitions.flow.values()]
    .filter(({ data }) => data.rules === true)
    .flatMap(({ data }) => observersOf(data).map((observer) => viewOf(data, observer).steps))
    .flatMap((steps) =>
      steps.flatMap((question, place) => {
        const answers = steps.filter((one) => one.answers === place);
        return answers.length === 0 ? [] : [{ question, answers }];
      }),
    ),
);

/** The stanzas that only answer others, such as acks: no step is missing or superfluous because of them. */
export const answeringStanzas = memoizeBy(
  (corpus: Corpus): ReadonlySet<string> =>
    new Set(answerRules(corpus).flatMap(({ answers }) => answers.flatMap(({ stanzas }) => stanzas))),
);
