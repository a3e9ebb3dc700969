const UNITS = [
  { unit: 'min', ms: 60_000 },
  { unit: 's', ms: 1000 },
] as const;

/** A time in its largest unit that needs no more than one decimal, such as `45 s`, `1.5 s` or `250 ms`. */
export function timeWords(ms: number): string {
  const { unit, ms: size } = UNITS.find((one) => ms >= one.ms && ms % (one.ms / 10) === 0) ?? {
    unit: 'ms',
    ms: 1,
  };
  return `${ms / size} ${unit}`;
}

/** The milliseconds of a time in these words; NaN for other words. */
export function timeOf(words: string): number {
  const [value, name = ''] = words.split(' ');
  const { ms = name === 'ms' ? 1 : Number.NaN } = UNITS.find(({ unit }) => unit === name) ?? {};
  return Number(value) * ms;
}
