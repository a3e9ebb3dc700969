import type { Flow, Step } from '../../schema/types.generated.ts';

/**
 * The steps that each step of a flow comes after, all of them: those that it names in `after`, else the one that it
 * answers, else the one before it, and those that these come after.
 * @returns a set of places, from 0, for each step
 */
export function stepOrder({ steps }: Pick<Flow, 'steps'>): readonly ReadonlySet<number>[] {
  const placeOf = (id: string): number => steps.findIndex((one) => one.id === id);
  const order: Set<number>[] = [];
  for (const [i, step] of steps.entries()) {
    // A step after itself or a later one is an error that a rule reports.
    const direct = directly(step, i, placeOf).filter((place) => place >= 0 && place < i);
    order.push(new Set(direct.flatMap((place) => [place, ...(order[place] ?? [])])));
  }
  return order;
}

function directly({ after, answers }: Step, i: number, placeOf: (id: string) => number): number[] {
  if (after !== undefined) return after.map(placeOf);
  return [answers === undefined ? i - 1 : placeOf(answers)];
}
