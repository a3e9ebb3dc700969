import type { Step } from '../../schema/types.generated.ts';

/** A rule about a stanza: the indexes of the step that it is about and of the one that answers it. */
export interface StepRule {
  readonly stanza: number;
  /** Undefined where no step answers it. */
  readonly answer: number | undefined;
}

/**
 * The rules that the steps of a flow are: one for each step that answers another, and one for each that neither answers
 * nor is answered, in the order of the steps.
 */
export function rulesOf(steps: readonly Pick<Step, 'id' | 'answers'>[]): StepRule[] {
  return steps.flatMap(({ id, answers }, index): StepRule[] => {
    const answered = steps.findIndex((one) => answers !== undefined && one.id === answers);
    if (answered !== -1) return [{ stanza: answered, answer: index }];
    const isAnswered = id !== undefined && steps.some((one) => one.answers === id);
    return isAnswered ? [] : [{ stanza: index, answer: undefined }];
  });
}
