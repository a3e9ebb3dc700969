import type { Corpus } from '../../corpus/model/corpus.ts';
import { isPlaceholder } from '../../corpus/types/is-placeholder.ts';
import type { Echo } from '../../schema/types.generated.ts';
import type { ViewedStep } from '../flow/flow-view.ts';
import { holdsFor } from '../flow/holds-in-call.ts';
import type { Call, CallEvent } from '../model/call.ts';
import { type AnswerRule, answerRules } from './answer-rules.ts';

/** What is wrong with the answer to a stanza. */
export type AnswerProblem = {
  /** The place of the stanza that is answered. */
  readonly event: number;
  /** The answer that was expected. */
  readonly rule: ViewedStep;
} & (
  | { readonly kind: 'unanswered'; readonly ms: number }
  | { readonly kind: 'early'; readonly answer: number }
  | { readonly kind: 'late'; readonly answer: number; readonly ms: number; readonly within: number }
  | { readonly kind: 'echo'; readonly answer: number; readonly echo: Echo }
);

/**
 * Holds the answers of a call against the rules: whether each stanza was answered, in its time, and with the attributes
 * that an answer repeats. A stanza is unanswered if the log goes on for longer than the time of the rule.
 * @param answered the stanza that each stanza answers, see answeredEvents()
 */
export function checkAnswers(
  { events }: Call,
  corpus: Corpus,
  answered: readonly (number | undefined)[],
): readonly AnswerProblem[] {
  const rules = answerRules(corpus);
  const end = Math.max(...events.map(({ at }) => at ?? Number.NEGATIVE_INFINITY));
  return events.flatMap((event): AnswerProblem[] => {
    const rule = rules.find(({ question }) => isStanzaOf(question, event));
    if (rule === undefined) return [];
    const answer = events.find(({ index }) => answered[index] === event.index);
    if (answer !== undefined) return problemsWith(answer, event, rule);
    return isKept(rule, events) ? missingAnswer(event, events, rule, end) : [];
  });
}

/** So many unanswered stanzas are no chance: the log keeps no such answers. */
const NOT_KEPT = 4;

const isKept = ({ question, answers }: AnswerRule, events: readonly CallEvent[]): boolean =>
  answers.some((one) => events.some((event) => isStanzaOf(one, event))) ||
  events.filter((event) => isStanzaOf(question, event)).length < NOT_KEPT;

const isStanzaOf = (
  { direction, stanzas, with: predicate }: ViewedStep,
  { review, root, ...event }: CallEvent,
): boolean =>
  event.direction === direction &&
  review.stanza !== undefined &&
  stanzas.includes(review.stanza) &&
  (predicate === undefined || holdsFor(predicate, root, direction) === true);

function missingAnswer(
  event: CallEvent,
  events: readonly CallEvent[],
  { answers }: AnswerRule,
  end: number,
): AnswerProblem[] {
  const rule = answers.find(({ step }) => step.optional !== true);
  const within = rule?.step.within?.ms;
  if (rule === undefined) return [];
  const early = events.find(
    (one) =>
      one.index < event.index && one.id === event.id && event.id !== undefined && isStanzaOf(rule, one),
  );
  if (early !== undefined) return [{ kind: 'early', event: event.index, rule, answer: early.index }];
  const ms = event.at === undefined ? Number.NaN : end - event.at;
  return within !== undefined && ms >= within ? [{ kind: 'unanswered', event: event.index, rule, ms }] : [];
}

function problemsWith(answer: CallEvent, event: CallEvent, { answers }: AnswerRule): AnswerProblem[] {
  const fitting = answers.filter((one) => isStanzaOf(one, answer));
  const [rule] = fitting;
  if (rule === undefined) return [];
  const at = { event: event.index, answer: answer.index };
  const found = fitting.map((one) => ({ rule: one, echo: wrongEcho(one, answer, event) }));
  const wrong = found.every(({ echo }) => echo !== undefined) ? found[0] : undefined;
  const within = rule.step.within?.ms;
  const ms = answer.at === undefined || event.at === undefined ? 0 : answer.at - event.at;
  return [
    ...(wrong?.echo === undefined
      ? []
      : [{ ...at, kind: 'echo' as const, rule: wrong.rule, echo: wrong.echo }]),
    ...(within === undefined || ms <= within ? [] : [{ ...at, kind: 'late' as const, rule, ms, within }]),
  ];
}

/** The first attribute that an answer should repeat and has with another value. */
const wrongEcho = ({ step }: ViewedStep, answer: CallEvent, event: CallEvent): Echo | undefined =>
  (step.echoes ?? []).find((echo) => {
    const found = attributeOf(answer, echo.attribute);
    const expected =
      echo.of_payload === true ? event.root.children[0]?.tag : attributeOf(event, echo.of ?? echo.attribute);
    return (
      found !== undefined &&
      expected !== undefined &&
      found !== expected &&
      !isPlaceholder(found) &&
      !isPlaceholder(expected)
    );
  });

const attributeOf = ({ root }: CallEvent, attribute: string): string | undefined =>
  root.attributes.find(({ name, cut }) => name === attribute && !cut)?.value;
