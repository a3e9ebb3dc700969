import type { AnsweredQuestion } from '../capture/match/answered-questions.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { answeredEvents } from './align/answered-events.ts';
import { answerRules } from './answers/answer-rules.ts';
import { checkAnswers } from './answers/check-answers.ts';
import { bestAlignment, isAnswer } from './best-alignment.ts';
import type { Call } from './model/call.ts';
import type { DiagnoseOptions, Diagnosis, Divergence } from './model/diagnosis.ts';
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
  const isAck = isAnswer(corpus);
  const outcomes = outcomesOf(call, corpus, isAck);
  const common = {
    call: call.number,
    answers: answersOf(call),
    leftOut: call.leftOut,
  };
  if (found === undefined) {
    return {
      ...common,
      outcome: outcomes.filter(({ isRefusal }) => isRefusal),
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
  const { best, fragments, alsoFits } = found;
  const { flow, observer, unseen } = best.view;
  const alignments = [best, ...fragments];
  const problems = checkAnswers(call, corpus, answered);
  // What says why something ended tells of the call only if no step comes after it.
  const lastStep =
    call.events.findLast((one) => best.places[one.index] !== undefined && !isAck(one))?.index ?? -1;
  const outcome = outcomes.filter(({ isRefusal, event }) => isRefusal || event >= lastStep);
  const divergences = divergencesOf(call, alignments, problems, outcomes, answered, corpus)
    .filter((one) => !isHabit(one, call, options.client, corpus))
    .map((one) => ({
      ...one,
      follows: outcome.filter(({ event }) => event >= one.event).map(({ words }) => words),
    }));
  return {
    ...common,
    outcome,
    flow: { id: flow.id, title: flow.title },
    fragments: fragments.map(({ view }) => ({ id: view.flow.id, title: view.flow.title })),
    observer,
    participants: flow.participants,
    alsoFits,
    rows: rowsOf(call, alignments, answered, divergences, outcomes, isAck),
    divergences,
    unseen,
  };
}

/**
 * Whether a client is known to do what departs: a dispute says so, of the step, the fact, or the rule how it answers. What
 * others send it is not excused.
 */
function isHabit(
  { event: index, disputes }: Divergence,
  { events }: Call,
  client: string | undefined,
  corpus: Corpus,
): boolean {
  const event = events[index];
  if (client === undefined || event?.direction !== 'outgoing') return false;
  const rules = answerRules(corpus)
    .flatMap(({ answers }) => answers)
    .filter(
      ({ direction, stanzas }) => direction === 'outgoing' && stanzas.includes(event.review.stanza ?? ''),
    );
  return [...disputes, ...rules.flatMap(({ step }) => step.disputes ?? [])].some(({ flavors = [] }) =>
    flavors.includes(client),
  );
}

/** The questions that the stanzas of a call answer, each once. */
function answersOf({ events }: Call): readonly AnsweredQuestion[] {
  const all = events.flatMap(({ review }) => review.settled);
  return [...new Map(all.map((one) => [`${one.owner} ${one.question} ${one.answer}`, one])).values()];
}
