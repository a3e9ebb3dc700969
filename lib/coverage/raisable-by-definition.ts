import type { FactOwner } from '../schema/kinds.ts';
import type { Raisable } from './coverage.ts';

/**
 * The number of facts of each definition that claim less than their evidence supports, and of those that say no reason,
 * in the order of the corpus.
 */
export function raisableByDefinition(raisable: readonly Raisable[]): readonly {
  readonly kind: FactOwner;
  readonly id: string;
  readonly facts: number;
  readonly unexplained: number;
}[] {
  // Definitions of different kinds may share an id.
  const byDefinition = Map.groupBy(raisable, ({ kind, owner }) => `${kind} ${owner}`);
  return [...byDefinition.values()].flatMap((facts) => {
    const [first] = facts;
    if (first === undefined) return [];
    const unexplained = facts.filter(({ reason }) => reason === undefined).length;
    return [{ kind: first.kind, id: first.owner, facts: facts.length, unexplained }];
  });
}
