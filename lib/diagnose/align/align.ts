import type { Confidence } from '../../schema/types.generated.ts';
import type { FlowView } from '../flow/flow-view.ts';
import { holdsFor } from '../flow/holds-in-call.ts';
import type { Call, CallEvent } from '../model/call.ts';
import type { Expectation } from './expectations-of.ts';

/** How the stanzas of a call fit the steps of a flow. */
export interface Alignment {
  readonly view: FlowView;
  readonly expectations: readonly Expectation[];
  /** What it costs that they do not fit; 0 for a call that fits. */
  readonly cost: number;
  /** For each stanza of the call the place of its step in the view; undefined if it is none. */
  readonly places: readonly (number | undefined)[];
}

// What a stanza costs that is no step, that contradicts its step, or that comes too early; and a step that is missing. A
// stanza in the wrong place is cheaper than one that is missing here and superfluous there; a step that is missing is
// cheaper than to take what comes after it for superfluous, or the call for another that it contradicts.
const INSERTED = 2;
const WRONG = 1.4;
const TOO_EARLY = 1.2;
const MISSING = 1.2;
/** A step that says what its stanza contains is preferred to one that does not. */
const UNSPECIFIC = 0.001;
const NOT_KNOWN = 0.05;

const WEIGHTS: Readonly<Record<Confidence, number>> = {
  confirmed: 1.2,
  probable: 1,
  speculative: 0.3,
  unknown: 0.1,
};

/** At most so many combinations of steps are followed; more occur only where many steps have one stanza. */
const MOST_STATES = 256;

/** Which stanzas of a call need not be steps of a flow. */
export interface Kinds {
  /** Whether one only answers another, as acknowledgements do. */
  readonly isAck: (event: CallEvent) => boolean;
  /** Whether one is a step of a fragment that happens in the call. */
  readonly elsewhere: (event: CallEvent) => boolean;
}

/** The steps that came, as a set of bits, and the cheapest way to get there. */
interface State {
  readonly came: bigint;
  readonly cost: number;
  readonly place: number | undefined;
  readonly before: State | undefined;
}

/**
 * Aligns a call with a flow at the least cost: each stanza is a step or superfluous, each required step came or is
 * missing. Steps are partially ordered, so what is remembered of the stanzas so far is which steps came; of all ways to
 * the same set only the cheapest is followed. That is exact, and linear in the number of stanzas, up to
 * {@link MOST_STATES} sets.
 * @param answered the stanza that each stanza answers, see answeredEvents()
 * @param kinds the stanzas that need not be steps
 * @param limit an alignment that costs more is of no interest
 * @returns undefined if every alignment costs more than the limit
 */
export function align(
  { events }: Call,
  view: FlowView,
  expectations: readonly Expectation[],
  answered: readonly (number | undefined)[],
  { isAck, elsewhere }: Kinds,
  limit = Number.POSITIVE_INFINITY,
): Alignment | undefined {
  const steps = bitsOf(view, expectations);
  let states: State[] = [{ came: 0n, cost: 0, place: undefined, before: undefined }];
  const isFragment = view.flow.fragment === true;
  for (const event of events) {
    // Between the steps of a fragment come those of the flow around it, also with other contents.
    const choices = choicesOf(event, view, expectations, events[answered[event.index] ?? -1]).filter(
      ({ cost }) => !isFragment || cost < WRONG,
    );
    const isOther = choices.length === 0 && isFragment;
    const begins = choices.some(({ place }) => place === 0);
    // An answer that the flow has as a step is that step; so is what a fragment explains, where it fits.
    const needsNoStep = isAck(event) || (elsewhere(event) && choices.every(({ cost }) => cost >= WRONG));
    const superfluous = isOther ? 0 : needsNoStep ? (choices.length === 0 ? 0 : NOT_KNOWN) : INSERTED;
    const next = new Map<bigint, State>();
    for (const state of states) {
      // What comes before the first step of a fragment is none of it.
      const isBegun = !isFragment || (state.came & 1n) !== 0n;
      const more = isBegun || begins ? superfluous : 0;
      add(next, { came: state.came, cost: state.cost + more, place: undefined, before: state });
      for (const { place, cost } of choices) {
        if (isBegun || place === 0) add(next, withStep(state, place, cost, steps, view));
      }
    }
    states = cheapest([...next.values()], limit);
    if (states.length === 0) return undefined;
  }
  const ended = states.map((state) => ({ state, cost: state.cost + costOfMissing(state.came, steps) }));
  const [best] = ended.sort((a, b) => a.cost - b.cost);
  if (best === undefined || best.cost > limit) return undefined;
  return { view, expectations, cost: best.cost, places: placesOf(best.state) };
}

interface Bits {
  readonly bit: bigint;
  /** The steps that come after it. */
  readonly followers: bigint;
  readonly weight: number;
  readonly required: boolean;
}

function bitsOf({ steps }: FlowView, expectations: readonly Expectation[]): readonly Bits[] {
  const bit = (place: number): bigint => 1n << BigInt(place);
  const union = (places: readonly number[]): bigint => places.reduce((all, place) => all | bit(place), 0n);
  return steps.map(({ ref }, place) => ({
    bit: bit(place),
    followers: union(steps.flatMap((one, i) => (one.after.includes(place) ? [i] : []))),
    weight: WEIGHTS[ref.confidence],
    required: expectations[place] === 'required',
  }));
}

/** The steps that a stanza can be, each with what it costs that it is not quite that step. */
function choicesOf(
  { root, review, direction }: CallEvent,
  { steps }: FlowView,
  expectations: readonly Expectation[],
  answered: CallEvent | undefined,
): readonly { readonly place: number; readonly cost: number }[] {
  return steps.flatMap((one, place) => {
    if (one.direction !== direction || !isOneOf(review, one.stanzas)) return [];
    // What answers by its id is the answer to that stanza and to no other.
    const question = one.answers === undefined ? undefined : steps[one.answers];
    if (answered !== undefined && question !== undefined && !isOneOf(answered.review, question.stanzas))
      return [];
    const excluded = expectations[place] === 'excluded' ? WRONG : 0;
    if (one.with === undefined) return [{ place, cost: excluded + UNSPECIFIC }];
    const truth = holdsFor(one.with, root, direction);
    return [{ place, cost: excluded + (truth === true ? 0 : truth === false ? WRONG : NOT_KNOWN) }];
  });
}

/** Whether a stanza, or its envelope, is one of some. */
const isOneOf = ({ stanza, envelope }: CallEvent['review'], ids: readonly string[]): boolean =>
  [stanza, envelope].some((id) => id !== undefined && ids.includes(id));

function withStep(
  state: State,
  place: number,
  cost: number,
  steps: readonly Bits[],
  { steps: viewed }: FlowView,
): State {
  const { bit = 0n, followers = 0n, weight = 0 } = steps[place] ?? {};
  if ((state.came & bit) !== 0n) {
    const again = viewed[place]?.step.repeats === true ? 0 : INSERTED;
    return { came: state.came, cost: state.cost + cost + again, place, before: state };
  }
  const early = (state.came & followers) === 0n ? 0 : TOO_EARLY * weight;
  return { came: state.came | bit, cost: state.cost + cost + early, place, before: state };
}

function add(states: Map<bigint, State>, state: State): void {
  const known = states.get(state.came);
  if (known === undefined || state.cost < known.cost) states.set(state.came, state);
}

function cheapest(states: readonly State[], limit: number): State[] {
  const within = states.filter(({ cost }) => cost <= limit);
  if (within.length <= MOST_STATES) return within;
  return within.sort((a, b) => a.cost - b.cost).slice(0, MOST_STATES);
}

const costOfMissing = (came: bigint, steps: readonly Bits[]): number =>
  steps.reduce(
    (sum, { bit, followers, weight, required }) =>
      required && (came & bit) === 0n && (came & followers) !== 0n ? sum + MISSING * weight : sum,
    0,
  );

function placesOf(last: State): readonly (number | undefined)[] {
  const places: (number | undefined)[] = [];
  for (let state: State | undefined = last; state?.before !== undefined; state = state.before) {
    places.unshift(state.place);
  }
  return places;
}
