import type { Fact } from '../model/fact.ts';

/** Whether others can refer to a fact by its path, and a release keeps it: every one but a step without an id. */
export const isCitable = ({ step }: Pick<Fact, 'step'>): boolean =>
  step === undefined || step.id !== undefined;
