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
