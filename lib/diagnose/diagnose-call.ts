import type { AnsweredQuestion } from '../capture/match/answered-questions.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { answeredEvents } from './align/answered-events.ts';
import { checkAnswers } from './answers/check-answers.ts';
import { bestAlignment, fragmentsIn, isAnswer } from './best-alignment.ts';
import type { Call } from './model/call.ts';
import type { DiagnoseOptions, Diagnosis } from './model/diagnosis.ts';
import { divergencesOf } from './report/divergences-of.ts';
import { outcomesOf } from './report/outcomes-of.ts';
import { rowsOf } from './report/rows-of.ts';

/**
 * Holds a call against every flow of the spec from the view of whoever recorded it, takes the one that explains it best
 * with the fragments that happen in it, and says where the call departs from them and from what is known of its stanzas.
 * Never throws.
 */
export function diagnoseCall(call: Call, corpus: Corpus, options: DiagnoseOptions = {}): Diagnosis {
  const answered = answeredEvents(call.events);
  const found = bestAlignment(call, corpus, answered, options);
  const outcomes = outcomesOf(call, corpus);
  const common = {
    call: call.number,
    outcome: outcomes,
    answers: answersOf(call),
    leftOut: call.leftOut,
  };
  if (found === undefined) {
    return {
      ...common,
      flow: undefined,
      fragments: [],
      observer: undefined,
      participants: [],
      alsoFits: [],
      rows: [],
      divergences: [],
      unseen: [],
    };
  }
  const { best, alsoFits } = found;
  const { flow, observer, unseen } = best.view;
  const fragments = flow.fragment === true ? [] : fragmentsIn(call, corpus, answered, observer.id, options);
  const alignments = [best, ...fragments];
  const problems = checkAnswers(call, corpus, answered);
  const divergences = divergencesOf(call, alignments, problems, corpus).map((one) => ({
    ...one,
    follows: outcomes.filter(({ event }) => event >= one.event).map(({ words }) => words),
  }));
  return {
    ...common,
    flow: { id: flow.id, title: flow.title },
    fragments: fragments.map(({ view }) => ({ id: view.flow.id, title: view.flow.title })),
    observer,
    participants: flow.participants,
    alsoFits,
    rows: rowsOf(call, alignments, answered, divergences, outcomes, isAnswer(corpus)),
    divergences,
    unseen,
  };
}

/** The questions that the stanzas of a call answer, each once. */
function answersOf({ events }: Call): readonly AnsweredQuestion[] {
  const all = events.flatMap(({ review }) => review.settled);
  return [...new Map(all.map((one) => [`${one.owner} ${one.question} ${one.answer}`, one])).values()];
}
