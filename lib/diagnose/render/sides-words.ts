import type { TwoSides } from '../merge-sides.ts';
import { timeSince } from './time-since.ts';

/**
 * What the logs of both sides of a call show together, in sentences: on which side it departs first, and what one side
 * sent and the other never recorded. Plain text.
 * @param names the names of the two logs
 * @param placeOf how a stanza is named: by its line, or by its number
 */
export function sidesWords(
  { sides, offset, first, undelivered }: TwoSides,
  names: readonly [string, string],
  placeOf: (seen: TwoSides['undelivered'][number]['seen']) => string,
): string[] {
  const [one, other] = sides.map(({ observer }) => observer?.label ?? 'a side that is not known');
  return [
    `Both sides of one call: ${names[0]} was recorded by ${one}, ${names[1]} by ${other}.`,
    ...(offset === undefined || offset === 0 ? [] : [offsetWords(offset, names)]),
    first === undefined ? 'Nothing departs on either side.' : `It departs first in ${names[first]}.`,
    ...(undelivered.length === 0
      ? ['Everything that one side is known to have sent to the other arrived.']
      : undelivered.map(({ sender, seen }) => {
          const [from, to] = [names[sender], names[1 - sender]];
          return `Sent and never arrived: ${seen.words}, ${placeOf(seen)} of ${from}, is not in ${to}.`;
        })),
  ];
}

const offsetWords = (offset: number, [one, other]: readonly [string, string]): string =>
  offset < 0
    ? `${one} begins ${timeSince(-offset)} s after ${other}.`
    : `${other} begins ${timeSince(offset)} s after ${one}.`;
