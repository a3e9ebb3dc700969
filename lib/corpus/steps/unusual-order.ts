import type { Step } from '../../schema/types.generated.ts';

type Ordered = Pick<Step, 'id' | 'answers' | 'after'>;

/**
 * The steps that a step comes after, as indexes into the steps of its flow, where they are not those that are meant
 * without saying so: the step that it answers, or else the one before it. Empty where its order is free; undefined where
 * it is as expected. Names of steps that do not exist are left out.
 */
export function unusualOrder(steps: readonly Ordered[], index: number): readonly number[] | undefined {
  const { answers, after } = steps[index] ?? {};
  if (after === undefined) return undefined;
  const indexOf = (id: string): number => steps.findIndex((one) => one.id === id);
  const usual = answers === undefined ? index - 1 : indexOf(answers);
  const named = after.map(indexOf).filter((one) => one !== -1);
  const isUsual = usual === -1 ? named.length === 0 : named.length === 1 && named[0] === usual;
  return isUsual ? undefined : named;
}
