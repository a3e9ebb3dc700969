/** An item of a list whose name an earlier item has. */
export interface Repeated {
  readonly name: string;
  readonly index: number;
  /** The index of the first item of that name. */
  readonly first: number;
}

/** Every item of a list whose name was there before, in order. */
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
