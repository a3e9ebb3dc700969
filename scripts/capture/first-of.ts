import { pluralized } from '../../lib/text/counted.ts';
import { inThousands } from '../../lib/text/lines-in-words.ts';
import type { Arguments } from '../cli/arguments.ts';

/** The first entries of a list that may have thousands; all of them with --all. */
export const firstOf = <T>(list: readonly T[], most: number, { values }: Arguments): readonly T[] =>
  values['all'] === true ? list : list.slice(0, most);

/** A number with its noun: `1,200 stanzas`. */
export const numbered = (n: number, noun: string): string => `${inThousands(n)} ${pluralized(n, noun)}`;

/** How many lines of a log hold no stanza, as a line. */
export const otherLines = (skipped: number): string =>
  `${skipped} other ${skipped === 1 ? 'line has' : 'lines have'} no stanza.\n`;
