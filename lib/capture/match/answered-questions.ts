import { evaluatePredicate } from '../../corpus/match/evaluate-predicate.ts';
import { stanzasOfPredicate } from '../../corpus/match/fact-of-condition.ts';
import type { MatchOptions } from '../../corpus/match/match-step.ts';
import { type Predicate, parsePredicate } from '../../corpus/match/parse-predicate.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import { contentOf } from './content-of.ts';

/** An open question that a capture answers. */
export interface AnsweredQuestion {
  /** The id of the question, or its anchor on the page of its definition. */
  readonly question: string;
  /** The definition that asks it. */
  readonly owner: string;
  readonly text: string;
  /** The predicate that holds. */
  readonly because: string;
  readonly answer: string;
}

/**
 * The open questions whose predicate holds for a captured stanza, in the order of the corpus.
 * @param known the leg and the history of the stanza; a predicate about what is not known does not hold
 * @param stanzas the ids of the stanzas that describe it
 */
export function answeredQuestions(
  root: CapturedNode,
  known: Pick<MatchOptions<CapturedNode>, 'leg' | 'before'>,
  stanzas: readonly (string | undefined)[],
  corpus: Corpus,
): AnsweredQuestion[] {
  const situation = { ...known, contentOf, way: [{ node: root, tag: root.tag, use: undefined }] };
  return answerConditions(corpus)
    .filter(({ about }) => about.every((stanza) => stanza !== undefined && stanzas.includes(stanza)))
    .filter(({ predicate }) => evaluatePredicate(predicate, situation) === true)
    .map(({ answered }) => answered);
}

interface AnswerCondition {
  readonly predicate: Predicate;
  /** The stanzas that it is about. */
  readonly about: readonly (string | undefined)[];
  readonly answered: AnsweredQuestion;
}

const answerConditions = memoizeBy((corpus: Corpus): readonly AnswerCondition[] =>
  corpus.questions
    .filter(({ status }) => status === 'open')
    .flatMap((question) =>
      question.settles.flatMap(({ if: because, then: answer }) => {
        const predicate = parsePredicate(because);
        if ('error' in predicate) return [];
        const about = stanzasOfPredicate(predicate, question);
        const { id, anchor, owner, text } = question;
        return [{ predicate, about, answered: { question: id ?? anchor, owner, text, because, answer } }];
      }),
    ),
);
