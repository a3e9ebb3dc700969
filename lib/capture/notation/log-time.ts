const DAY = 86_400_000;

// With a date or without, and the fields in which loggers write a number.
const CLOCK = String.raw`(?:(\d{4}-\d\d-\d\d)[T ])?(?<![\d:.])((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:[.,](\d{1,9}))?(Z|\s?[+-]\d\d:?\d\d)?(?![\d:])`;
const EPOCH = String.raw`(?<![\w-])(?:ts|time|timestamp)["']?\s?[:=]\s?["']?(1\d{12}|1\d{9}(?:\.\d{1,9})?)(?![\d.])`;
const TIME = new RegExp(`${CLOCK}|${EPOCH}`, 'gu');

/**
 * The last time in the text before a stanza: milliseconds since 1970, or since midnight (less than a day) if the log
 * has times without dates. A time without a zone is taken as UTC, since only differences are of use.
 */
export function logTime(text: string): number | undefined {
  const [found, date, clock = '', part = '', zone = 'Z', epoch] = [...text.matchAll(TIME)].at(-1) ?? [];
  if (found === undefined) return undefined;
  if (epoch !== undefined) return Math.round(/^\d{13}$/.test(epoch) ? Number(epoch) : Number(epoch) * 1000);
  const ms = Number(part.slice(0, 3).padEnd(3, '0'));
  const offset = date === undefined ? 'Z' : zone.trim().replace(/(\d\d)(\d\d)$/, '$1:$2');
  const time = Date.parse(`${date ?? '1970-01-01'}T${clock}${offset}`) + ms;
  return Number.isNaN(time) ? undefined : time;
}

/** The day of a time of a log in UTC, such as 2026-01-31; undefined if it has no date. */
export const dayOfTime = (time: number | undefined): string | undefined =>
  time === undefined || time < DAY ? undefined : new Date(time).toISOString().slice(0, 10);

/** The time of day of a time of a log in UTC, such as 15:01:58. */
export const clockTime = (time: number): string => new Date(time).toISOString().slice(11, 19);

/**
 * The milliseconds from the first of some times to each, in their order; undefined if they are not all of one kind. A
 * time of day that is half a day before the one before it is of the next day.
 */
export function sinceFirst(times: readonly (number | undefined)[]): readonly number[] | undefined {
  const known = times.filter((time) => time !== undefined);
  const hasDates = known.some((time) => time >= DAY);
  if (known.length < times.length || (hasDates && known.some((time) => time < DAY))) return undefined;
  let days = 0;
  const all = known.map((time, i) => {
    if (!hasDates && (known[i - 1] ?? time) - time > DAY / 2) days += DAY;
    return time + days;
  });
  const first = all.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  return all.map((time) => time - first);
}
