import type { Raisable } from './coverage.ts';

/** The number of facts of each definition that claim less than their evidence supports, in the order of the corpus. */
export function raisableByDefinition(
  raisable: readonly Raisable[],
): readonly { readonly kind: 'stanza' | 'enum'; readonly id: string; readonly facts: number }[] {
  // A stanza and an enum may share an id; the character after it tells them apart.
  const byDefinition = Map.groupBy(raisable, ({ path, owner }) => path.slice(0, owner.length + 1));
  return [...byDefinition].map(([definition, facts]) => ({
    kind: definition.endsWith('=') ? 'enum' : 'stanza',
    id: definition.slice(0, -1),
    facts: facts.length,
  }));
}
