import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';

/** For how many years evidence shows what clients do today. */
const YEARS = 3;

const DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?![-\d])/;

/** The day of a date that a capture or a flavor gives, or its year or month where it says no more. */
export const dayOf = (date: string | undefined): string | undefined => DAY.exec(date ?? '')?.[0];

/** The later of two days. What has no date is not known to be older than anything. */
export const laterDay = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || b === undefined ? undefined : a > b ? a : b;

/**
 * Whether something is older than the newest capture or flavor of the corpus by more than three years, so that it shows
 * what clients did then, and not what they do today. The date of the newest is used in place of a clock, so that the same
 * corpus always has the same confidences. What has no date, or may be of the last three years, is not.
 */
export function isOfItsTime(day: string | undefined, corpus: Corpus): boolean {
  const since = beginningOfToday(corpus);
  return day !== undefined && since !== undefined && day < since.slice(0, day.length);
}

const beginningOfToday = memoizeBy(
  ({ definitions: { capture: captures, flavor: flavors } }: Corpus): string | undefined => {
    const days = [
      // What was made up is of no time.
      ...[...captures.values()].map(({ data }) =>
        data.kind === 'synthetic' ? undefined : dayOf(data.source.captured_at),
      ),
      ...[...flavors.values()].map(({ data }) => dayOf(data.date)),
    ].filter((day) => day !== undefined);
    const newest = days.sort().at(-1);
    if (newest === undefined) return undefined;
    return `${String(Number(newest.slice(0, 4)) - YEARS).padStart(4, '0')}${newest.slice(4)}`;
  },
);
