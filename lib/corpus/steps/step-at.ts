import type { Step } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';

/** A step that has an id, and the flow that has it. */
export interface StepAt {
  readonly flow: string;
  readonly step: Step;
  /** From 0. */
  readonly index: number;
}

/**
 * The step at a path such as `flow/one-to-one#offer`; undefined if there is none.
 * `stepPath` is the inverse for steps with an id.
 */
export function stepAt({ definitions }: Pick<Corpus, 'definitions'>, path: string): StepAt | undefined {
  const [, flow = '', id] = /^flow\/([^#]+)#(.+)$/s.exec(path) ?? [];
  if (id === undefined) return undefined;
  const steps = definitions.flow.get(flow)?.data.steps ?? [];
  const index = steps.findIndex((one) => one.id === id);
  const step = steps[index];
  return step === undefined ? undefined : { flow, step, index };
}
