import type { Pass } from './pass.ts';

const SECOND = 1_000_000n;
/** Where synthetic time begins: second 1700000000. */
const EPOCH = 1_700_000_000n * SECOND;
const DAY = 86_400n * SECOND;
/** Longer gaps are shortened to this, so that the distance of a number that is no time tells nothing. */
const LONGEST_GAP = 31n * DAY;
// From 2009, when the protocol began, to the end of the century.
const EARLIEST = 1_230_768_000n * SECOND;
const LATEST = 4_102_444_800n * SECOND;

/** Microseconds in a unit, by the number of digits of a time in it. */
const UNITS: Readonly<Record<number, bigint>> = { 10: SECOND, 13: 1000n, 16: 1n };

/**
 * Placeholders for times in Unix seconds, milliseconds or microseconds, which keep their order. undefined for a number
 * that is no such time.
 */
export function timePlaceholders(): Pass<(text: string) => string | undefined> {
  const times = new Set<bigint>();
  let shifted: ReadonlyMap<bigint, bigint> | undefined;
  return {
    collect(text) {
      const time = readTime(text);
      if (time !== undefined) times.add(time.micros);
      return time === undefined ? undefined : text;
    },
    assign(text) {
      const time = readTime(text);
      if (time === undefined) return undefined;
      shifted ??= shiftTimes(times);
      return String((shifted.get(time.micros) ?? EPOCH) / time.unit);
    },
  };
}

function readTime(text: string): { micros: bigint; unit: bigint } | undefined {
  const unit = /^\d+$/.test(text) ? UNITS[text.length] : undefined;
  if (unit === undefined) return undefined;
  const micros = BigInt(text) * unit;
  return micros >= EARLIEST && micros < LATEST ? { micros, unit } : undefined;
}

/**
 * Shifts times so that the first is at the epoch: order and differences stay, except for gaps that are too long. All
 * shifts are whole seconds, so that a second run shifts nothing. Times that are all in the first day of synthetic time
 * are placeholders already.
 */
function shiftTimes(times: ReadonlySet<bigint>): Map<bigint, bigint> {
  const sorted = [...times].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [first = EPOCH] = sorted;
  if (sorted.every((time) => time >= EPOCH && time < EPOCH + DAY)) return new Map(sorted.map((t) => [t, t]));
  let shift = (first / SECOND) * SECOND - EPOCH;
  let last = first;
  return new Map(
    sorted.map((time) => {
      const gap = time - last;
      if (gap > LONGEST_GAP) shift += ((gap - LONGEST_GAP) / SECOND) * SECOND;
      last = time;
      return [time, time - shift];
    }),
  );
}
