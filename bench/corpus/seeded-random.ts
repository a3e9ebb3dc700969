/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface SeededRandom {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** Whether something happens that happens in so many of 100 cases. */
  chance(percent: number): boolean;
  /** One of a list. @throws when the list is empty */
  pick<T>(list: readonly T[]): T;
  /** So many different ones of a list, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    chance: (percent) => next() * 100 < percent,
    pick(list) {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(0, list.length - 1)] as (typeof list)[number];
    },
    some(list, count) {
      let wanted = Math.min(count, list.length);
      return list.filter((_, i) => {
        const taken = next() * (list.length - i) < wanted;
        if (taken) wanted -= 1;
        return taken;
      });
    },
  };
}
