/** A graph of names in an order in which each follows those that it leads to. */
export interface PostOrder {
  readonly order: readonly string[];
  /** The steps that lead back: the name, the index of the step, and the names from one end to the other. */
  readonly circles: readonly {
    readonly from: string;
    readonly index: number;
    readonly circle: readonly string[];
  }[];
}

/** Sorts the names of a graph. It is not recursive, since a chain can be as long as there are definitions. */
export function postOrder(names: Iterable<string>, nextOf: (name: string) => readonly string[]): PostOrder {
  const order = new Set<string>();
  const circles: PostOrder['circles'][number][] = [];
  for (const start of names) {
    // The path from the start: each name with the number of its steps that were followed.
    const way = new Map<string, number>();
    const stack = order.has(start) ? [] : [start];
    for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
      const index = way.get(name) ?? 0;
      const next = nextOf(name)[index];
      if (next === undefined) {
        way.delete(name);
        order.add(name);
        stack.pop();
        continue;
      }
      way.set(name, index + 1);
      if (way.has(next))
        circles.push({ from: name, index, circle: [...stack.slice(stack.indexOf(next)), next] });
      else if (!order.has(next)) stack.push(next);
    }
  }
  return { order: [...order], circles };
}
