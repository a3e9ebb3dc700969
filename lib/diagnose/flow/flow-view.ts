import { type Predicate, parsePredicate } from '../../corpus/match/parse-predicate.ts';
import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { stanzasOfStep } from '../../corpus/steps/stanzas-of-step.ts';
import { stepPath } from '../../corpus/steps/step-path.ts';
import type { Flow, Participant, Step } from '../../schema/types.generated.ts';
import type { StepRef } from '../model/diagnosis.ts';
import { stepOrder } from './step-order.ts';

/** A step as the observer sees it. */
export interface ViewedStep {
  readonly ref: StepRef;
  readonly step: Step;
  readonly direction: OneWay;
  /** The stanzas of which it is one. */
  readonly stanzas: readonly string[];
  readonly with: Predicate | undefined;
  readonly onlyIf: Predicate | undefined;
  readonly requiredIf: Predicate | undefined;
  /** The places in the view of the steps that it comes after. */
  readonly after: readonly number[];
  /** The place in the view of the step that it answers, if the observer sees that one. */
  readonly answers: number | undefined;
}

/** A flow from the view of one participant, who sees only what it sends and receives. */
export interface FlowView {
  readonly flow: Flow;
  readonly observer: Participant;
  readonly steps: readonly ViewedStep[];
  /** The steps between others. */
  readonly unseen: readonly StepRef[];
}

/**
 * Every flow of a corpus from the view of each of its observers, in the order of the corpus, fragments among them; without
 * flows that are rules, and without views that see no stanza.
 */
export const flowViews = memoizeBy((corpus: Corpus): readonly FlowView[] =>
  [...corpus.definitions.flow.values()]
    .filter(({ data }) => data.rules !== true)
    .flatMap(({ data }) => observersOf(data).map((observer) => viewOf(data, observer)))
    .filter(({ steps }) => steps.length > 0),
);

/** The participants whose logs a flow describes: those that it names, or all but a server. */
export const observersOf = ({ observers, participants }: Flow): readonly Participant[] =>
  participants.filter(({ id }) => (observers === undefined ? id !== 'server' : observers.includes(id)));

/** A flow from the view of one of its participants. */
export function viewOf(flow: Flow, observer: Participant): FlowView {
  const isSeen = ({ from, to }: Step): boolean => from !== to && [from, to].includes(observer.id);
  const seen = flow.steps.flatMap((step, i) => (isSeen(step) && stanzasOfStep(step).length > 0 ? [i] : []));
  const order = stepOrder(flow);
  const placeOf = (index: number | undefined): number | undefined => {
    const place = index === undefined ? -1 : seen.indexOf(index);
    return place === -1 ? undefined : place;
  };
  const steps = seen.flatMap((i): ViewedStep[] => {
    const step = flow.steps[i];
    if (step === undefined) return [];
    const answered = flow.steps.findIndex(({ id }) => id !== undefined && id === step.answers);
    return [
      {
        ref: stepRef(flow, step, i),
        step,
        direction: step.from === observer.id ? 'outgoing' : 'incoming',
        stanzas: stanzasOfStep(step),
        with: predicateOf(step.with),
        onlyIf: predicateOf(step.only_if),
        requiredIf: predicateOf(step.required_if),
        after: [...(order[i] ?? [])].flatMap((index) => placeOf(index) ?? []),
        answers: placeOf(answered),
      },
    ];
  });
  const unseen = flow.steps.flatMap((step, i) => (isSeen(step) ? [] : [stepRef(flow, step, i)]));
  return { flow, observer, steps, unseen };
}

/** A predicate of a step; undefined for one that a rule reports. */
function predicateOf(text: string | undefined): Predicate | undefined {
  const parsed = text === undefined ? undefined : parsePredicate(text);
  return parsed === undefined || 'error' in parsed ? undefined : parsed;
}

/** Where a step is, and what it is. */
const stepRef = ({ id }: Flow, step: Step, index: number): StepRef => ({
  flow: id,
  index,
  path: stepPath(id, step, index),
  label: step.label,
  from: step.from,
  to: step.to,
  confidence: step.confidence,
});
