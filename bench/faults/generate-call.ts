import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { type SeededRandom, seededRandom } from '../corpus/seeded-random.ts';
import type { CallNames } from './calls/compose-stanza.ts';
import { conformingCall } from './calls/conforming-call.ts';
import { type FlowSight, flowSights, type SightedStep, withFragments } from './calls/flow-sight.ts';
import { type CheckedMessage, checkedCall } from './check/checked-call.ts';
import { conformsTo, type Extras, unanswered } from './check/departs.ts';
import { canBe } from './check/explain-call.ts';

/** A call that a flow allows, and who talks in it. */
export interface GeneratedCall {
  /** The id of the flow; of the fragment, if it is one that happens in the call. */
  readonly flow: string;
  /** The steps of the flow, and behind them those of a fragment. */
  readonly sight: FlowSight;
  readonly number: number;
  readonly names: CallNames;
  readonly call: readonly CheckedMessage[];
  /** What of it another flow has no place for. */
  readonly extras: Extras;
}

/** Why no call could be made of a flow. */
export interface NotGenerated {
  readonly sight: FlowSight;
  readonly reason: string;
}

/** So often a call is tried that turns out not to be allowed, as where a condition asks for another order. */
const ATTEMPTS = 30;

/** A number that is the same for the same words. */
export function seedOf(...words: readonly (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const character of words.join('/')) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  return hash >>> 0;
}

/** One of the calls of a flow from the view of an observer: the same for the same seed and number. */
export function generateCall(
  sight: FlowSight,
  number: number,
  seed: number,
  corpus: Corpus,
): GeneratedCall | NotGenerated {
  const random = seededRandom(seedOf(seed, sight.flow, sight.observer, number));
  const around = sight.isFragment ? flowsAround(sight, corpus) : [];
  if (sight.isFragment && around.length === 0) {
    return { sight, reason: 'no flow has such an observer, in which it could happen' };
  }
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const whole = sight.isFragment ? random.pick(around) : sight;
    const both = sight.isFragment ? withFragments(whole, [begunIn(whole, sight, random)]) : whole;
    const names = namesOf(both, random);
    const made = conformingCall(both, corpus, names, random);
    if ('impossible' in made) {
      const { step, stanza } = made.impossible;
      reason = `no ${stanza} can be made for ${step} that fits the spec`;
      continue;
    }
    const call = checkedCall(made.messages, corpus);
    // What a fragment adds is of no concern to the flow, unless the flow has a step for it.
    const isOfFragment = (message: CheckedMessage): boolean =>
      (message.place ?? 0) >= whole.steps.length && !whole.steps.some((step) => canBe(message, step, corpus));
    const extras = new Map([['', new Set(call.filter(isOfFragment).map(({ n }) => n))]]);
    if (call.length < 2) {
      reason = 'no two of its stanzas name one call, so that they are no call in a log';
    } else if (call.length < made.messages.length || call.some(({ contradicts }) => contradicts.length > 0)) {
      reason = 'its stanzas do not fit the spec together';
    } else if (unanswered(call, corpus).length > 0 || !conformsTo(whole, call, corpus, extras)) {
      reason = 'its steps cannot come in any order that it allows';
    } else {
      return { flow: sight.flow, sight: both, number, names, call, extras };
    }
  }
  return { sight, reason };
}

/** The flows during which a fragment may happen: those that have a step for each of its stanzas, or else any. */
function flowsAround({ observer, steps }: FlowSight, corpus: Corpus): readonly FlowSight[] {
  const flows = flowSights(corpus).filter((one) => !one.isFragment && one.observer === observer);
  const hasRoom = (flow: FlowSight): boolean =>
    steps.every(
      ({ direction, stanzas, answers }) =>
        answers !== undefined ||
        flow.steps.some(
          (one) => one.direction === direction && stanzas.every((stanza) => one.stanzas.includes(stanza)),
        ),
    );
  const roomy = flows.filter(hasRoom);
  return roomy.length > 0 ? roomy : flows;
}

/**
 * A fragment that begins somewhere in a call, with its first step: after one of the steps of the flow, and those that come
 * before that. Where the flow has a step for the same stanza, it comes after the same steps as that one.
 */
function begunIn({ steps }: FlowSight, fragment: FlowSight, random: SeededRandom): FlowSight {
  const start = random.pick(steps);
  // Its places are moved behind those of the flow later, so that these are below its first one.
  const moved = (places: readonly number[]): readonly number[] => places.map((place) => place - steps.length);
  const like = ({ direction, stanzas }: SightedStep): readonly number[] =>
    steps
      .filter((one) => one.direction === direction && one.stanzas.some((stanza) => stanzas.includes(stanza)))
      .flatMap((one) => [...one.after]);
  return {
    ...fragment,
    steps: fragment.steps.map((step) => ({
      ...step,
      after: new Set([
        ...step.after,
        ...(step.place === 0 ? [] : [0]),
        ...moved([start.place, ...start.after, ...like(step)]),
      ]),
    })),
  };
}

function namesOf({ steps }: FlowSight, random: SeededRandom): CallNames {
  const account = (): string =>
    `${random.int(100_000, 999_999)}${random.int(10_000_000, 99_999_999)}:${random.int(1, 40)}@lid`;
  const [self, peer] = [account(), account()];
  const hex = (): string => random.int(0, 0xff_ff).toString(16).padStart(4, '0');
  return {
    call: Array.from({ length: 8 }, hex).join('').toUpperCase(),
    self,
    peer,
    creator: steps[0]?.direction === 'outgoing' ? self : peer,
    seconds: 1_767_323_096 + random.int(0, 86_400),
  };
}
