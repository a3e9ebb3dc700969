import { memoizeBy } from '../corpus/memoize-by.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { diagnosesOfTraces } from './diagnoses-of-traces.ts';
import type { StepVerdict } from './model/diagnosis.ts';

/** What the recorded calls of a flow show of one of its steps. */
export interface StepSightings {
  /** The ids of the traces that show the step, in the order of ids. */
  readonly captures: readonly string[];
  /** How many calls show it. A call that was recorded at both sides is one. */
  readonly seen: number;
  /** How many calls could: somebody recorded them who sends or receives it, and they went on until there. */
  readonly of: number;
}

/**
 * What the traces of a corpus show of the steps of a flow, by the id of the flow and the index of the step. A trace
 * counts for the flow that fits it best; a made-up one does not count.
 */
export const sightingsOfSteps = memoizeBy(
  (corpus: Corpus): ReadonlyMap<string, ReadonlyMap<number, StepSightings>> => {
    const flows = new Map<string, Map<number, Counted>>();
    for (const [id, { rows }] of diagnosesOfTraces(corpus)) {
      const capture = corpus.definitions.capture.get(id)?.data;
      if (capture === undefined || capture.kind === 'synthetic') continue;
      const call = capture.call ?? id;
      for (const { step, verdict } of rows) {
        if (step === undefined || verdict === 'not-reached') continue;
        const steps = flows.get(step.flow) ?? new Map<number, Counted>();
        flows.set(step.flow, steps);
        const counted = steps.get(step.index) ?? { captures: new Set(), seen: new Set(), of: new Set() };
        steps.set(step.index, counted);
        counted.of.add(call);
        if (!shows(verdict)) continue;
        counted.captures.add(id);
        counted.seen.add(call);
      }
    }
    return new Map([...flows].map(([flow, steps]) => [flow, new Map([...steps].map(sizes))]));
  },
);

interface Counted {
  readonly captures: Set<string>;
  readonly seen: Set<string>;
  readonly of: Set<string>;
}

const sizes = ([index, { captures, seen, of }]: [number, Counted]): [number, StepSightings] => [
  index,
  { captures: [...captures], seen: seen.size, of: of.size },
];

function shows(verdict: StepVerdict): boolean {
  switch (verdict) {
    case 'seen':
    case 'contradicts':
    case 'late':
    case 'out-of-order':
    case 'unanswered':
      return true;
    case 'missing':
    case 'not-in-flow':
    case 'left-out':
    case 'not-reached':
      return false;
    default:
      return verdict satisfies never;
  }
}
