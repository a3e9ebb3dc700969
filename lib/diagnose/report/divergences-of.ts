import { verdictMessage } from '../../capture/review/verdict-message.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { withEmptyLists } from '../../corpus/model/with-empty-lists.ts';
import { timeWords } from '../../corpus/steps/time-words.ts';
import type { Confidence, Provenance } from '../../schema/types.generated.ts';
import type { Alignment } from '../align/align.ts';
import type { AnswerProblem } from '../answers/check-answers.ts';
import type { ViewedStep } from '../flow/flow-view.ts';
import { holdsFor } from '../flow/holds-in-call.ts';
import type { Call, CallEvent } from '../model/call.ts';
import type { Divergence, Outcome } from '../model/diagnosis.ts';
import { expectedWords } from './expected-words.ts';
import { stanzaWords } from './stanza-words.ts';

/** What is expected without being sure is no divergence. */
export const isSure = (confidence: Confidence): boolean =>
  confidence === 'confirmed' || confidence === 'probable';

/**
 * Everything in which a call departs from its flow, the fragments in it and the spec, as far as that is sure, in the order
 * of the call. What follows from it is added later.
 * @param alignments with the flow first
 * @param answered the stanza that each stanza answers, see answeredEvents()
 */
export function divergencesOf(
  call: Call,
  alignments: readonly Alignment[],
  problems: readonly AnswerProblem[],
  outcomes: readonly Outcome[],
  answered: readonly (number | undefined)[],
  corpus: Corpus,
): readonly Divergence[] {
  const ofSteps = alignments.flatMap((alignment) => stepDivergences(call, alignment, answered));
  // An answer that is a step of the flow is reported once.
  const reported = (problem: AnswerProblem): boolean =>
    alignments.some((alignment) => isStepReported(problem, alignment, ofSteps));
  const found = [
    ...ofSteps,
    ...problems.filter((one) => !reported(one)).flatMap((problem) => answerDivergence(problem, call)),
    ...call.events.flatMap((event) => factDivergences(event, alignments, corpus)),
    ...outcomes.flatMap((one) => refusal(one, call, alignments)),
  ];
  return found.filter(({ confidence }) => isSure(confidence)).sort((a, b) => a.event - b.event);
}

/** Whether what is wrong with the answer to a stanza is reported as a step. */
function isStepReported(
  { event, kind: problem }: AnswerProblem,
  { view, places }: Alignment,
  reported: readonly Divergence[],
): boolean {
  const place = places[event];
  const answers = view.steps.filter((one) => place !== undefined && one.answers === place);
  const kinds = SAME[problem];
  return answers.some(({ ref }) =>
    reported.some(({ path, kind }) => path === ref.path && kinds.includes(kind)),
  );
}

/** How what is wrong with an answer is reported of a step. */
const SAME: Readonly<Record<AnswerProblem['kind'], readonly Divergence['kind'][]>> = {
  unanswered: ['missing', 'unanswered'],
  early: ['out-of-order'],
  late: ['late'],
  echo: [],
};

/** The first stanza of the call that is each step of the view. */
export function firstEvents({ places, view }: Alignment): readonly (number | undefined)[] {
  return view.steps.map((_, place) => {
    const event = places.indexOf(place);
    return event === -1 ? undefined : event;
  });
}

/** Steps that are missing, too early, late, or not sent under the conditions of the call. */
export function stepDivergences(
  call: Call,
  alignment: Alignment,
  answeredBy: readonly (number | undefined)[],
): Divergence[] {
  const { view, expectations, places } = alignment;
  const first = firstEvents(alignment);
  const eventAt = (index: number | undefined): CallEvent | undefined => call.events[index ?? -1];
  const end = Math.max(0, ...call.events.map(({ at }) => at ?? 0));
  return view.steps.flatMap((step, place): Divergence[] => {
    const followers = view.steps
      .flatMap(({ after }, i) => (after.includes(place) ? (first[i] ?? []) : []))
      .sort((a, b) => a - b);
    const own = eventAt(first[place]);
    const follower = eventAt(followers[0]);
    // An ack answers the stanza with its id, of several that are one step.
    const byId = own === undefined ? undefined : answeredBy[own.index];
    const answered = step.answers === undefined ? undefined : eventAt(byId ?? first[step.answers]);
    const within = step.step.within?.ms;
    if (own === undefined) {
      if (expectations[place] !== 'required') return [];
      if (follower !== undefined) return [missing(step, follower, call)];
      const waited = within === undefined || answered?.at === undefined ? undefined : end - answered.at;
      return answered !== undefined && within !== undefined && waited !== undefined && waited >= within
        ? [unanswered(step, answered, waited)]
        : [];
    }
    const late =
      within === undefined || answered?.at === undefined || own.at === undefined || answered.index > own.index
        ? undefined
        : own.at - answered.at;
    return [
      ...(follower !== undefined && follower.index < own.index ? [tooEarly(step, own, follower)] : []),
      ...(late !== undefined && within !== undefined && late > within
        ? [lateAnswer(step, own, late, within)]
        : []),
      ...(expectations[place] === 'excluded' ? [excluded(step, own)] : []),
      ...places.flatMap((one, index) => {
        const event = eventAt(index);
        const isWrong =
          one === place &&
          event !== undefined &&
          step.with !== undefined &&
          holdsFor(step.with, event.root, event.direction) === false;
        return isWrong ? [wrongContent(step, event)] : [];
      }),
    ];
  });
}

/** What all divergences at a step have in common. */
function atStep(
  { ref, step }: ViewedStep,
  { index, line }: CallEvent,
): Omit<Divergence, 'kind' | 'expected' | 'found'> {
  return {
    path: ref.path,
    confidence: ref.confidence,
    event: index,
    line,
    step: ref,
    evidence: evidenceOf(step.provenance),
    disputes: step.disputes ?? [],
    clients: { does: step.clients?.does ?? [], leavesOut: step.clients?.leaves_out ?? [] },
    follows: [],
    verdict: undefined,
  };
}

const quoted = (label: string): string => `“${label}”`;

const missing = (step: ViewedStep, before: CallEvent, { events }: Call): Divergence => ({
  ...atStep(step, before),
  kind: 'missing',
  expected: `${quoted(step.ref.label)} ${wayWords(step)} before ${stanzaWords(before)}.`,
  found:
    before.index === 0
      ? `The log begins with ${stanzaWords(before)}. It may have been started later than the call.`
      : `${stanzaWords(before)} came after ${stanzaWords(events[before.index - 1] ?? before)}, without it.`,
});

const unanswered = (step: ViewedStep, answered: CallEvent, ms: number): Divergence => ({
  ...atStep(step, answered),
  kind: 'unanswered',
  expected: `${quoted(step.ref.label)} ${wayWords(step)} as the answer to ${stanzaWords(answered)}${withinWords(step)}${seenWords(step)}.`,
  found: `The log goes on for ${measured(ms)} without it.`,
});

const tooEarly = (step: ViewedStep, own: CallEvent, follower: CallEvent): Divergence => ({
  ...atStep(step, follower),
  kind: 'out-of-order',
  expected: `${quoted(step.ref.label)} ${wayWords(step)} before ${stanzaWords(follower)}.`,
  found: `${stanzaWords(own)} came after ${stanzaWords(follower)}.`,
});

const lateAnswer = (step: ViewedStep, own: CallEvent, ms: number, within: number): Divergence => ({
  ...atStep(step, own),
  kind: 'late',
  expected: `${quoted(step.ref.label)} within ${timeWords(within)}${seenWords(step)}.`,
  found: `${stanzaWords(own)} came after ${measured(ms)}.`,
});

const excluded = (step: ViewedStep, own: CallEvent): Divergence => ({
  ...atStep(step, own),
  kind: 'contradicts',
  expected: `${quoted(step.ref.label)} only if ${step.step.only_if ?? ''}.`,
  found: `${stanzaWords(own)} came, although that is not the case in this call.`,
});

const wrongContent = (step: ViewedStep, event: CallEvent): Divergence => ({
  ...atStep(step, event),
  kind: 'contradicts',
  expected: `${quoted(step.ref.label)} with ${step.step.with ?? ''}.`,
  found: `${stanzaWords(event)} came instead.`,
});

/** A time that was measured needs no more than a tenth of a second. */
const measured = (ms: number): string => timeWords(ms < 1000 ? ms : Math.round(ms / 100) * 100);

const wayWords = ({ direction }: ViewedStep): string =>
  direction === 'outgoing' ? 'was to be sent' : 'was to arrive';

const withinWords = ({ step }: ViewedStep): string =>
  step.within === undefined ? '' : ` within ${timeWords(step.within.ms)}`;

/** That a time is no limit. */
const seenWords = ({ step }: ViewedStep): string =>
  step.within?.seen_ms === undefined
    ? ''
    : `; it was seen within ${timeWords(step.within.seen_ms)}, and no limit is known`;

function answerDivergence(problem: AnswerProblem, { events }: Call): Divergence[] {
  const { rule } = problem;
  const event = events[problem.event];
  if (event === undefined) return [];
  const what = `${quoted(rule.ref.label)} ${wayWords(rule)} as the answer to ${stanzaWords(event)}`;
  switch (problem.kind) {
    case 'unanswered':
      return [unanswered(rule, event, problem.ms)];
    case 'early': {
      const answer = events[problem.answer] ?? event;
      const found = `${stanzaWords(answer)} came before ${stanzaWords(event)}.`;
      return [{ ...atStep(rule, answer), kind: 'out-of-order', expected: `${what}.`, found }];
    }
    case 'late':
      return [lateAnswer(rule, events[problem.answer] ?? event, problem.ms, problem.within)];
    case 'echo': {
      const answer = events[problem.answer] ?? event;
      const { attribute, of = attribute, of_payload } = problem.echo;
      const source = of_payload === true ? 'the tag of its payload' : `its ${of}`;
      const found = `${attribute} of ${stanzaWords(answer)} has another value.`;
      return [
        {
          ...atStep(rule, answer),
          kind: 'contradicts',
          expected: `${what}, with ${source} in ${attribute}.`,
          found,
        },
      ];
    }
    default:
      return problem satisfies never;
  }
}

/** An answer that refuses, where the flow does not say that it does. */
function refusal(
  { event: index, isRefusal, words }: Outcome,
  { events }: Call,
  alignments: readonly Alignment[],
): Divergence[] {
  const event = events[index];
  const step = stepOf(index, alignments);
  if (!isRefusal || event === undefined || step === undefined || step.with !== undefined) return [];
  const refused = `${stanzaWords(event)} refused it. ${words}`;
  const expected = `${quoted(step.ref.label)} without an error.`;
  return [{ ...atStep(step, event), kind: 'contradicts', expected, found: refused }];
}

/** The step that a stanza is: that of a fragment where the flow has none of its own for it. */
export function stepOf(event: number, alignments: readonly Alignment[]): ViewedStep | undefined {
  const steps = alignments.flatMap(({ view, places }) => view.steps[places[event] ?? -1] ?? []);
  return steps.find(({ step }) => step.one_of === undefined) ?? steps[0];
}

/** The facts that a stanza contradicts. */
function factDivergences(event: CallEvent, alignments: readonly Alignment[], corpus: Corpus): Divergence[] {
  const step = stepOf(event.index, alignments)?.ref;
  return event.review.verdicts.flatMap((verdict): Divergence[] => {
    if (verdict.verdict !== 'contradicts') return [];
    const fact = corpus.factByPath.get(verdict.path);
    const [stanza, message] = [stanzaWords(event), verdictMessage(verdict)];
    return [
      {
        kind: 'contradicts',
        path: verdict.path,
        confidence: verdict.confidence,
        event: event.index,
        line: event.line,
        step,
        expected: expectedWords(verdict.how),
        found: message.includes(stanza) ? message : `In ${stanza}: ${message}`,
        evidence: evidenceOf(fact?.provenance),
        disputes: fact?.disputes ?? [],
        clients: { does: [], leavesOut: [] },
        follows: [],
        verdict,
      },
    ];
  });
}

function evidenceOf(provenance: Provenance | undefined): Divergence['evidence'] {
  const { techniques, flavors, sources } = withEmptyLists(provenance);
  return { techniques, flavors, sources };
}
