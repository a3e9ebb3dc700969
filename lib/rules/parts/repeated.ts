/** An item of a list that has the same name as an earlier item. */
export interface Repeated {
  readonly name: string;
  readonly index: number;
  /** The index of the first item with that name. */
  readonly first: number;
}

/** The items of a list that repeat the name of an earlier one, in order. */
export function repeated<T>(items: readonly T[], nameOf: (item: T) => string): Repeated[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    const name = nameOf(item);
    const earlier = first.get(name);
    if (earlier !== undefined) return [{ name, index, first: earlier }];
    first.set(name, index);
    return [];
  });
}
