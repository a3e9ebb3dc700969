import { compareText } from '../../text/compare-text.ts';
import type { Corpus } from '../model/corpus.ts';

/** How flavors descend from each other. */
export interface FlavorLineage {
  /** The flavor itself and everything that it derives from, directly or through others. */
  ancestors(id: string): ReadonlySet<string>;
  /**
   * Whether two flavors do not corroborate each other: one derives from the other, or both derive from a third. A
   * common descendant does not count: copying from two flavors does not make these copies of each other.
   */
  dependent(a: string, b: string): boolean;
}

/**
 * Reads the descent of flavors from their derives_from. Cycles are harmless: their members derive from each other. An
 * undefined flavor can be derived from like any other.
 */
export function flavorLineage(flavors: Corpus['definitions']['flavor']): FlavorLineage {
  // Computed on demand, for the flavors that facts name.
  const known = new Map<string, ReadonlySet<string>>();
  const ancestors = (id: string): ReadonlySet<string> => {
    let all = known.get(id);
    if (all === undefined) {
      all = ancestorsOf(id, flavors);
      known.set(id, all);
    }
    return all;
  };
  return {
    ancestors,
    dependent: (a, b) => {
      const others = ancestors(b);
      for (const id of ancestors(a)) if (others.has(id)) return true;
      return false;
    },
  };
}

function ancestorsOf(id: string, flavors: Corpus['definitions']['flavor']): ReadonlySet<string> {
  const all = new Set([id]);
  // A set also iterates over elements that are added during the iteration.
  for (const one of all) for (const upstream of flavors.get(one)?.data.derives_from ?? []) all.add(upstream);
  return all;
}

/**
 * Divides flavors into families: an independent flavor each, and those that depend on it. Flavors with the fewest ties
 * are chosen first, so that a port of two clients does not hide that these are independent. The number of families does
 * not depend on the order of the list.
 * @returns the families and their flavors in the order of the list; a flavor that depends on several families is in the
 *   first of them
 */
export function groupByFamily(ids: readonly string[], { dependent }: FlavorLineage): string[][] {
  const listed = [...new Set(ids)];
  const ties = new Map(listed.map((id) => [id, listed.filter((other) => dependent(id, other)).length]));
  const tiesOf = (id: string): number => ties.get(id) ?? 0;
  const chosen: string[] = [];
  for (const id of [...listed].sort((a, b) => tiesOf(a) - tiesOf(b) || compareText(a, b))) {
    if (!chosen.some((other) => dependent(id, other))) chosen.push(id);
  }
  const heads = listed.filter((id) => chosen.includes(id));
  const families = new Map(heads.map((id): [string, string[]] => [id, []]));
  for (const id of listed) {
    const head = families.has(id) ? id : heads.find((other) => dependent(id, other));
    if (head !== undefined) families.get(head)?.push(id);
  }
  return [...families.values()].sort((a, b) => listed.indexOf(a[0] ?? '') - listed.indexOf(b[0] ?? ''));
}
