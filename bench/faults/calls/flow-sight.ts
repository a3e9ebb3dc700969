import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { stanzasOfStep } from '../../../lib/corpus/steps/stanzas-of-step.ts';
import { stepPath } from '../../../lib/corpus/steps/step-path.ts';
import type { Flow, Step } from '../../../lib/schema/types.generated.ts';

/** A step that an observer sees. The diagnosis is not asked: it is what these readings are to test. */
export interface SightedStep {
  /** Its place among the steps that the observer sees, from 0. */
  readonly place: number;
  readonly step: Step;
  readonly path: string;
  readonly direction: OneWay;
  readonly stanzas: readonly string[];
  /** The places of all steps that it comes after. */
  readonly after: ReadonlySet<number>;
  /** The place of the step that it answers, if the observer sees that. */
  readonly answers: number | undefined;
  /** The place of the step from which its time runs, if it has one and the observer sees that step. */
  readonly timedFrom: number | undefined;
}

/** A flow as the log of one participant shows it. */
export interface FlowSight {
  readonly flow: string;
  readonly observer: string;
  /** Whether it happens during a call that another flow describes. */
  readonly isFragment: boolean;
  readonly steps: readonly SightedStep[];
}

/** All flows of a corpus from the view of each of their observers, without flows that are rules. */
export const flowSights = memoizeBy(({ definitions }: Corpus): readonly FlowSight[] =>
  [...definitions.flow.values()]
    .filter(({ data }) => data.rules !== true)
    .flatMap(({ data }) => observersOf(data).map((observer) => sightOf(data, observer)))
    .filter(({ steps }) => steps.length > 0),
);

/** The flow of a call with what happens during it: the steps of the fragments follow those of the flow. */
export function withFragments(whole: FlowSight, fragments: readonly FlowSight[]): FlowSight {
  const steps = [...whole.steps];
  for (const fragment of fragments) {
    const behind = steps.length;
    const moved = (place: number | undefined): number | undefined =>
      place === undefined ? undefined : place + behind;
    for (const step of fragment.steps) {
      steps.push({
        ...step,
        place: step.place + behind,
        after: new Set([...step.after].map((place) => place + behind)),
        answers: moved(step.answers),
        timedFrom: moved(step.timedFrom),
      });
    }
  }
  return { ...whole, steps };
}

/** The ids of the participants whose logs a flow describes. */
export const observersOf = ({ observers, participants }: Flow): readonly string[] =>
  observers ?? participants.map(({ id }) => id).filter((id) => id !== 'server');

function sightOf(flow: Flow, observer: string): FlowSight {
  const { steps } = flow;
  const seen = [...steps.keys()].filter((i) => {
    const { from, to } = steps[i] as Step;
    return (
      from !== to && (from === observer || to === observer) && stanzasOfStep(steps[i] as Step).length > 0
    );
  });
  const placeOf = (index: number): number | undefined => {
    const place = seen.indexOf(index);
    return place === -1 ? undefined : place;
  };
  const before = seen.map((i) => allBefore(steps, i));
  return {
    flow: flow.id,
    observer,
    isFragment: flow.fragment === true,
    steps: seen.map((i, place) => {
      const step = steps[i] as Step;
      const answered = indexOf(steps, step.answers);
      const from = step.answers === undefined ? i - 1 : answered;
      return {
        place,
        step,
        path: stepPath(flow.id, step, i),
        direction: step.from === observer ? 'outgoing' : 'incoming',
        stanzas: stanzasOfStep(step),
        after: new Set([...(before[place] ?? [])].flatMap((index) => placeOf(index) ?? [])),
        answers: placeOf(answered),
        timedFrom: step.within === undefined ? undefined : placeOf(from),
      };
    }),
  };
}

const indexOf = (steps: readonly Step[], id: string | undefined): number =>
  id === undefined ? -1 : steps.findIndex((one) => one.id === id);

/** Every step that a step comes after, directly or not: the order holds whoever sees the steps between. */
function allBefore(steps: readonly Step[], start: number): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [start];
  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    const { after, answers } = steps[i] as Step;
    const direct = after?.map((id) => indexOf(steps, id)) ?? [
      answers === undefined ? i - 1 : indexOf(steps, answers),
    ];
    for (const one of direct) {
      if (one < 0 || found.has(one)) continue;
      found.add(one);
      queue.push(one);
    }
  }
  return found;
}
