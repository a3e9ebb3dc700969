import { OutOfPlaceholders } from './out-of-placeholders.ts';

export interface Numbering {
  /** Keeps a number from being given to a value. */
  reserve(n: number): void;
  isReserved(n: number): boolean;
  /**
   * The number of a value, from 1: for a new value the next one that is not reserved.
   * @throws OutOfPlaceholders when no number is left
   */
  of(key: string): number;
}

/** The last number of placeholders whose numbers are padded to four digits. */
export const LAST_PADDED = 999_999;

export const padded = (n: number): string => String(n).padStart(4, '0');

/**
 * Numbers for values: equal values get equal numbers, in the order in which they come.
 * @param what what is numbered, for the message when no number is left
 * @param last the last number
 */
export function numbering(what: string, last: number): Numbering {
  const reserved = new Set<number>();
  const given = new Map<string, number>();
  let next = 1;
  return {
    reserve: (n) => void reserved.add(n),
    isReserved: (n) => reserved.has(n),
    of(key) {
      let n = given.get(key);
      if (n === undefined) {
        while (reserved.has(next)) next += 1;
        if (next > last) throw new OutOfPlaceholders(what, last);
        n = next;
        next += 1;
        given.set(key, n);
      }
      return n;
    },
  };
}

/** The number in a text of a form whose first group is a number; undefined for another text. */
export function numberIn(form: RegExp, text: string): number | undefined {
  const match = form.exec(text);
  return match === null ? undefined : Number(match[1]);
}
