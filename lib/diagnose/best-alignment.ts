import type { Corpus } from '../corpus/model/corpus.ts';
import { type Alignment, align } from './align/align.ts';
import { expectationsOf } from './align/expectations-of.ts';
import { answeringStanzas } from './answers/answer-rules.ts';
import { flowViews } from './flow/flow-view.ts';
import type { Call, CallEvent } from './model/call.ts';
import type { DiagnoseOptions } from './model/diagnosis.ts';
import { isSure, stepDivergences } from './report/divergences-of.ts';

/** The alignment that explains a call best. */
export interface BestAlignment {
  readonly best: Alignment;
  /** The fragments that happen in the call. */
  readonly fragments: readonly Alignment[];
  /** The ids of the other flows that explain it as well. */
  readonly alsoFits: readonly string[];
}

/** Costs that differ by less are equal: they add up small preferences. */
const EQUAL = 0.1;

/**
 * Aligns a call with every flow from the view of each observer. The best is the one that costs least, where a stanza of a
 * fragment in the call costs nothing. Of those that cost the same: the one of which fewest steps are late, then the one of
 * which most steps came, then the one that says most of what its stanzas contain, then the one of the participant that
 * most flows describe, then the one of which fewest steps are still to come.
 * @returns undefined if no flow has any of its stanzas
 */
export function bestAlignment(
  call: Call,
  corpus: Corpus,
  answered: readonly (number | undefined)[],
  options: DiagnoseOptions,
): BestAlignment | undefined {
  const observer = options.observer ?? call.observer;
  const isAck = isAnswer(corpus);
  const fragments = new Map<string, readonly Alignment[]>();
  let limit = Number.POSITIVE_INFINITY;
  const found: Ranked[] = [];
  for (const view of flowViews(corpus)) {
    if (options.flow === undefined ? view.flow.fragment === true : view.flow.id !== options.flow) continue;
    const { id } = view.observer;
    if (observer !== undefined && id !== observer) continue;
    const inCall =
      view.flow.fragment === true
        ? []
        : (fragments.get(id) ?? fragmentsIn(call, corpus, answered, id, options));
    fragments.set(id, inCall);
    const elsewhere = (event: CallEvent): boolean =>
      inCall.some(({ places }) => places[event.index] !== undefined);
    const expectations = expectationsOf(view, call, options);
    const alignment = align(call, view, expectations, answered, { isAck, elsewhere }, limit + EQUAL);
    if (alignment === undefined) continue;
    const ranked = rank(alignment, inCall, call, answered);
    if (ranked.came === 0) continue;
    limit = Math.min(limit, alignment.cost);
    found.push(ranked);
  }
  const observers = flowViews(corpus).map((view) => view.observer.id);
  const seen = ({ alignment }: Ranked): number =>
    observers.filter((id) => id === alignment.view.observer.id).length;
  const fitting = found
    .filter(({ alignment }) => alignment.cost - limit < EQUAL)
    .sort(
      (a, b) =>
        a.late - b.late ||
        b.came - a.came ||
        Math.round(1000 * (a.alignment.cost - b.alignment.cost)) ||
        seen(b) - seen(a) ||
        a.toCome - b.toCome,
    );
  const [best] = fitting;
  if (best === undefined) return undefined;
  const others = fitting.filter(({ came, late }) => came === best.came && late === best.late);
  const flows = new Set(others.map(({ alignment }) => alignment.view.flow.id));
  flows.delete(best.alignment.view.flow.id);
  return { best: best.alignment, fragments: best.fragments, alsoFits: [...flows] };
}

interface Ranked {
  readonly alignment: Alignment;
  readonly fragments: readonly Alignment[];
  /** How many steps came too late, or did not come in their time. */
  readonly late: number;
  /** How many stanzas are steps, and how many required steps did not come. */
  readonly came: number;
  readonly toCome: number;
}

function rank(
  alignment: Alignment,
  fragments: readonly Alignment[],
  call: Call,
  answered: readonly (number | undefined)[],
): Ranked {
  const places = alignment.places.filter((place) => place !== undefined);
  const came = new Set(places);
  const toCome = alignment.expectations.filter((one, place) => one === 'required' && !came.has(place)).length;
  const late = stepDivergences(call, alignment, answered).filter(
    ({ kind, confidence }) => (kind === 'late' || kind === 'unanswered') && isSure(confidence),
  );
  return { alignment, fragments, late: late.length, came: places.length, toCome };
}

/**
 * The fragments that happen in a call, from the view of its observer: those whose first step came as described.
 * @param observer the id of a participant
 */
function fragmentsIn(
  call: Call,
  corpus: Corpus,
  answered: readonly (number | undefined)[],
  observer: string,
  options: DiagnoseOptions,
): readonly Alignment[] {
  return flowViews(corpus).flatMap((view) => {
    if (view.flow.fragment !== true || view.observer.id !== observer) return [];
    const kinds = { isAck: isAnswer(corpus), elsewhere: () => false };
    const alignment = align(call, view, expectationsOf(view, call, options), answered, kinds);
    return alignment?.places.includes(0) === true ? [alignment] : [];
  });
}

/** Whether a stanza only answers another, or is not described: it is neither missing nor superfluous. */
export const isAnswer =
  (corpus: Corpus) =>
  ({ review: { stanza } }: CallEvent): boolean =>
    stanza === undefined || answeringStanzas(corpus).has(stanza);
