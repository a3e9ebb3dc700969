import type { Fact, FactOwner } from '../model/fact.ts';

/**
 * Where a fact is on the page of a definition that does not hold it itself, such as call-offer:offer/te@ip; undefined on
 * the page of its owner.
 */
export function placeOf(kind: FactOwner, id: string, { owner, ownerKind, anchor }: Fact): string | undefined {
  if (ownerKind === kind && owner === id) return undefined;
  return `${kind === 'node' ? 'node/' : ''}${id}:${anchor}`;
}
