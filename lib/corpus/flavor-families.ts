import type { Corpus } from './corpus.ts';

/**
 * Groups flavors into families: a flavor, what it derives from and what derives from it, over any number of
 * steps. Members of a family do not corroborate each other. Circles do no harm.
 * @returns the family of each flavor that is defined or derived from: the id of one of its members
 */
export function flavorFamilies(flavors: Corpus['definitions']['flavor']): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [id, { data }] of flavors) {
    if (!parent.has(id)) parent.set(id, id);
    for (const upstream of data.derives_from ?? []) {
      if (!parent.has(upstream)) parent.set(upstream, upstream);
      parent.set(find(id), find(upstream));
    }
  }
  return new Map([...parent.keys()].map((id) => [id, find(id)]));
}

/** The flavors of a list by family, in the order of the list. One that is not known is a family of its own. */
export function groupByFamily(ids: readonly string[], families: ReadonlyMap<string, string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const family = families.get(id) ?? id;
    const group = groups.get(family);
    if (group === undefined) groups.set(family, [id]);
    else group.push(id);
  }
  return [...groups.values()];
}
