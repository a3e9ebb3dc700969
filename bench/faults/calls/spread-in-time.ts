import type { SeededRandom } from '../../corpus/seeded-random.ts';

/** A message that comes within a time of another one. */
export interface TimeLimit {
  /** The places of the messages. */
  readonly from: number;
  readonly to: number;
  readonly ms: number;
}

const GAP = { low: 5, high: 400 };
/** How long people talk, or think. */
const PAUSE = { low: 2000, high: 40_000 };

/** Gives messages times that grow, and are within the limits; here and there with a pause, where nothing forbids it. */
export function spreadInTime<T extends { readonly at: number }>(
  messages: readonly T[],
  limits: readonly TimeLimit[],
  random: SeededRandom,
): readonly T[] {
  let at = 0;
  return messages.map((message, i) => {
    if (i > 0) {
      const most = limits
        .filter(({ from, to }) => from < i && i <= to)
        .reduce((least, { from, to, ms }) => Math.min(least, Math.floor(ms / (to - from + 1))), PAUSE.high);
      const { low, high } = random.chance(8) ? PAUSE : GAP;
      at += random.int(Math.min(low, most), Math.min(high, most));
    }
    return { ...message, at };
  });
}
