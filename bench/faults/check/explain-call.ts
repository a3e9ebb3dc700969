import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { answeringStanzas, isOneOf } from '../calls/answer-rules.ts';
import type { FlowSight, SightedStep } from '../calls/flow-sight.ts';
import { holds, holdsInCall } from '../calls/holds.ts';
import type { CheckedMessage } from './checked-call.ts';
import { isSure } from './is-sure.ts';

/** How a flow explains a call. */
export interface Explanation {
  /** The place of the step of each message, by the place of the message; undefined for one that is no step. */
  readonly places: readonly (number | undefined)[];
  /** The numbers of the messages that are neither a step nor an answer. */
  readonly extras: ReadonlySet<number>;
}

/**
 * Whether a call, which may be cut off at its end, is one that a flow allows, and how: every message is a step or answers
 * another one by its id, steps come after those that they come after, none that has to come first is missing, and what has
 * a time comes in time. All ways to read the messages as steps are tried. It is written apart from the diagnosis, which is
 * tested with it, and knows no costs: a call is allowed or it is not.
 * @param mayBeExtra which messages may be neither, by their numbers; as few as possible are
 * @returns undefined if the flow does not allow it
 */
export function explainCall(
  call: readonly CheckedMessage[],
  sight: FlowSight,
  corpus: Corpus,
  mayBeExtra: (n: number) => boolean = () => false,
): Explanation | undefined {
  const terms = sight.steps.map((step) => termOf(step, call));
  const answering = answeringStanzas(corpus);
  const timed = new Set(sight.steps.map(({ timedFrom }) => timedFrom));
  let readings: Reading[] = [{ came: 0n, places: [], last: new Map(), extras: [] }];
  for (const [i, message] of call.entries()) {
    const next = new Map<string, Reading>();
    const add = (reading: Reading): void => {
      const key = keyOf(reading, call, i);
      const known = next.get(key);
      if (known === undefined || known.extras.length > reading.extras.length) next.set(key, reading);
    };
    const steps = sight.steps.filter((step) => canBe(message, step, corpus));
    // What the spec does not describe is no step of anything.
    const isAnswer = message.stanza === undefined || answering.has(message.stanza);
    for (const reading of readings) {
      for (const step of steps) {
        if (!fits(message, step, reading, terms, sight)) continue;
        add({
          ...reading,
          came: reading.came | bit(step.place),
          places: [...reading.places, step.place],
          last: timed.has(step.place) ? new Map(reading.last).set(step.place, message.at) : reading.last,
        });
      }
      const places = [...reading.places, undefined];
      if (isAnswer) add({ ...reading, places });
      else if (mayBeExtra(message.n)) add({ ...reading, places, extras: [...reading.extras, message.n] });
    }
    readings = [...next.values()];
  }
  const [best] = readings
    .filter((reading) => !isOverdue(reading, sight, terms, call.at(-1)?.at))
    .sort((a, b) => a.extras.length - b.extras.length);
  return best === undefined ? undefined : { places: best.places, extras: new Set(best.extras) };
}

/** One way to read the messages so far. */
interface Reading {
  /** The steps that came, as bits. */
  readonly came: bigint;
  readonly places: readonly (number | undefined)[];
  /** When each step came last from which a time runs. */
  readonly last: ReadonlyMap<number, number>;
  readonly extras: readonly number[];
}

const bit = (place: number): bigint => 1n << BigInt(place);
const has = ({ came }: Reading, place: number): boolean => (came & bit(place)) !== 0n;

/** Readings that differ in nothing that a later message depends on are one. */
function keyOf({ came, last, places }: Reading, call: readonly CheckedMessage[], now: number): string {
  const open = call.flatMap(({ asked }, i) =>
    i > now && asked !== undefined && asked <= now ? [asked] : [],
  );
  return `${came} ${[...last].join(' ')} ${open.map((i) => places[i]).join(' ')}`;
}

/** Whether a step has to come, and whether it may. */
interface Terms {
  readonly isRequired: boolean;
  readonly isExcluded: boolean;
}

function termOf({ step }: SightedStep, call: readonly CheckedMessage[]): Terms {
  const isExcluded = step.only_if !== undefined && holdsInCall(step.only_if, call) === false;
  const isRequired =
    step.required_if === undefined ? step.optional !== true : holdsInCall(step.required_if, call) === true;
  return { isExcluded, isRequired: isRequired && !isExcluded && isSure(step.confidence) };
}

/** Whether a message may be a step, by itself. */
export function canBe(
  message: CheckedMessage,
  { direction, stanzas, step }: SightedStep,
  corpus: Corpus,
): boolean {
  return (
    message.direction === direction &&
    isOneOf(message.stanza, stanzas, corpus) &&
    holds(step.with, message) !== false
  );
}

function fits(
  { asked, at }: CheckedMessage,
  { place, step, after, answers, timedFrom }: SightedStep,
  reading: Reading,
  terms: readonly Terms[],
  { steps }: FlowSight,
): boolean {
  if (terms[place]?.isExcluded === true) return false;
  // What answers by its id answers that step and no other.
  if (answers !== undefined && asked !== undefined && reading.places[asked] !== answers) return false;
  const start = timedFrom === undefined ? undefined : reading.last.get(timedFrom);
  if (step.within !== undefined && start !== undefined && at - start > step.within.ms) return false;
  if (has(reading, place)) return step.repeats === true;
  // Nothing that comes after it came already, and nothing that has to come before it is missing.
  return (
    !(isSure(step.confidence) && steps.some((one) => one.after.has(place) && has(reading, one.place))) &&
    [...after].every((other) => has(reading, other) || !isDue(other, reading, terms, steps))
  );
}

/** Whether a step had to come by now: an answer only if there was a question. */
function isDue(
  place: number,
  reading: Reading,
  terms: readonly Terms[],
  steps: readonly SightedStep[],
): boolean {
  const answers = steps[place]?.answers;
  return terms[place]?.isRequired === true && (answers === undefined || has(reading, answers));
}

/** Whether the call goes on although the time of a step is over that has to come. */
function isOverdue(
  reading: Reading,
  { steps }: FlowSight,
  terms: readonly Terms[],
  end: number | undefined,
): boolean {
  return steps.some(({ place, timedFrom, step: { within } }) => {
    const start = timedFrom === undefined ? undefined : reading.last.get(timedFrom);
    return (
      within !== undefined &&
      start !== undefined &&
      end !== undefined &&
      !has(reading, place) &&
      terms[place]?.isRequired === true &&
      end - start > within.ms
    );
  });
}
