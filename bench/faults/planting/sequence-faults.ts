import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { type AnswerRule, rulesFor } from '../calls/answer-rules.ts';
import type { FlowSight, SightedStep } from '../calls/flow-sight.ts';
import type { Message } from '../calls/message.ts';
import type { CheckedMessage } from '../check/checked-call.ts';
import { isSure } from '../check/is-sure.ts';
import type { Fault } from './fault.ts';

/** Every way to leave out, swap or delay messages of a made-up call. Not all of them depart from the spec. */
export function sequenceFaults(
  call: readonly CheckedMessage[],
  sight: FlowSight,
  corpus: Corpus,
): readonly Fault[] {
  return [
    ...droppedSteps(call, sight, corpus),
    ...swappedSteps(call, sight),
    ...lateSteps(call, sight),
    ...call.flatMap((message) => answerFaults(message, call, sight, corpus)),
  ];
}

/** Without a step, and without what answers it by its id. */
function droppedSteps(call: readonly CheckedMessage[], { steps }: FlowSight, corpus: Corpus): Fault[] {
  const came = new Set(call.map(({ place }) => place));
  return steps.flatMap((step): Fault[] => {
    const { place } = step;
    const isMissed = steps.some((one) => one.after.has(place) && came.has(one.place));
    if (!came.has(place) || !isSure(step.step.confidence) || !isMissed) return [];
    const gone = new Set(call.flatMap((one) => (one.place === place ? [one.n] : [])));
    const messages = call.filter(({ n, answers }) => !gone.has(n) && !gone.has(answers ?? -1));
    // An answer that is missing is told by its question, too.
    const asked = call.flatMap((one) => (gone.has(one.n) ? (call[one.asked ?? -1] ?? []) : []));
    const rules = asked.flatMap((one) => rulesFor(one, corpus));
    return [
      faultOf('step dropped', nameOf(step), messages, {
        steps: [step],
        rules,
        messages: asked.map(({ n }) => n),
      }),
    ];
  });
}

/** Two steps, one after the other, each in the place of the other. */
function swappedSteps(call: readonly Message[], { steps }: FlowSight): Fault[] {
  const ofSteps = call.filter(({ place }) => place !== undefined);
  return ofSteps.flatMap((first, i): Fault[] => {
    const second = ofSteps[i + 1];
    const [one, other] = [steps[first.place ?? -1], steps[second?.place ?? -1]];
    if (second === undefined || one === undefined || other?.after.has(one.place) !== true) return [];
    if (!isSure(one.step.confidence) || !isSure(other.step.confidence)) return [];
    // A stanza that was answered by its id before cannot come later than its answer.
    if (second.answers === first.n) return [];
    const rest = call.filter((message) => message !== second);
    const messages = inTheirPlaces(call, rest.toSpliced(rest.indexOf(first), 0, second));
    const what = `${nameOf(one)} and ${nameOf(other)}`;
    return [faultOf('steps swapped', what, messages, { steps: [one, other], messages: [first.n, second.n] })];
  });
}

/** A step after its time, and everything behind it later, too. */
function lateSteps(call: readonly CheckedMessage[], sight: FlowSight): Fault[] {
  return sight.steps.flatMap((step): Fault[] => {
    const {
      place,
      timedFrom,
      step: { within, confidence },
    } = step;
    const own = call.find((one) => one.place === place);
    const start = call.findLast((one) => one.place === timedFrom && one.n < (own?.n ?? 0));
    if (within === undefined || own === undefined || start === undefined || !isSure(confidence)) return [];
    if (isStraddled(call, own, sight)) return [];
    const messages = delayed(call, own, start.at + within.ms + 1500);
    return [faultOf('step late', nameOf(step), messages, { steps: [step], messages: [own.n] })];
  });
}

/** An answer by a rule that does not come, or not in its time. */
function answerFaults(
  answer: CheckedMessage,
  call: readonly CheckedMessage[],
  sight: FlowSight,
  corpus: Corpus,
): Fault[] {
  const asked = call[answer.asked ?? -1];
  if (asked === undefined || answer.place !== undefined) return [];
  const [rule] = rulesFor(asked, corpus);
  if (rule === undefined || !rule.isDue || rule.within === undefined || !isSure(rule.confidence)) return [];
  const planted = { steps: [], rules: [rule], messages: [asked.n, answer.n] };
  const what = `${answer.n} ${rule.path}`;
  const end = call.at(-1)?.at ?? 0;
  return [
    ...(end - asked.at < rule.within
      ? []
      : [
          faultOf(
            'answer dropped',
            what,
            call.filter((one) => one !== answer),
            planted,
          ),
        ]),
    ...(isStraddled(call, answer, sight)
      ? []
      : [faultOf('answer late', what, delayed(call, answer, asked.at + rule.within + 1500), planted)]),
  ];
}

/** Messages in another order, at the times at which the others came. */
export const inTheirPlaces = (call: readonly Message[], order: readonly Message[]): readonly Message[] =>
  order.map((message, i) => ({ ...message, at: call[i]?.at ?? message.at }));

/** Whether something else, that has to come within a time of what was before a message, comes after it: it is as late. */
const isStraddled = (call: readonly CheckedMessage[], message: Message, { steps }: FlowSight): boolean => {
  const at = call.findIndex(({ n }) => n === message.n);
  const isBefore = (place: number | undefined): boolean =>
    place !== undefined && call.some((one, i) => i < at && one.place === place);
  return call.some(
    ({ asked, place }, i) =>
      i > at && ((asked !== undefined && asked < at) || isBefore(steps[place ?? -1]?.timedFrom)),
  );
};

/** A call in which one message comes at a later time, and those behind it as much later. */
function delayed(call: readonly Message[], message: Message, at: number): readonly Message[] {
  const place = call.findIndex(({ n }) => n === message.n);
  return call.map((one, i) => (i < place ? one : { ...one, at: one.at + at - message.at }));
}

const nameOf = ({ step, path }: SightedStep): string => step.id ?? path;

function faultOf(
  kind: Fault['kind'],
  what: string,
  messages: readonly Message[],
  {
    steps,
    rules = [],
    messages: changed,
  }: {
    readonly steps: readonly SightedStep[];
    readonly rules?: readonly AnswerRule[];
    readonly messages: readonly number[];
  },
): Fault {
  const paths = [...steps.map(({ path }) => path), ...rules.map(({ path }) => path)];
  return {
    kind,
    what,
    messages,
    planted: { paths, places: steps.map(({ place }) => place), messages: changed },
  };
}
