import type { Raisable } from './coverage.ts';

/** The number of facts of each definition that claim less than their evidence supports, in the order of the corpus. */
export function raisableByDefinition(
  raisable: readonly Raisable[],
): readonly { readonly id: string; readonly facts: number }[] {
  const counts = new Map<string, number>();
  for (const { owner } of raisable) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].map(([id, facts]) => ({ id, facts }));
}
