import { counted } from '../../text/counted.ts';
import { sinceFirst } from '../notation/log-time.ts';
import type { ReviewedLog } from './review-stanzas.ts';

/** The calls of a log for which it tells the time of each stanza, so that each can become one capture. */
export const timedCalls = ({
  calls,
  stanzas,
}: Pick<ReviewedLog, 'calls' | 'stanzas'>): readonly (readonly number[])[] =>
  calls.filter((places) => sinceFirst(places.map((i) => stanzas[i]?.raw.time)) !== undefined);

/**
 * How many calls a log has, and what a draft makes of them, in sentences; empty if it has no call of several stanzas.
 */
export function describeCalls(log: Pick<ReviewedLog, 'calls' | 'stanzas'>): string {
  const timed = timedCalls(log);
  const size = (calls: readonly (readonly number[])[]): string =>
    `${counted(calls.length, 'call')} with ${counted(calls.flat().length, 'stanza')}`;
  const others = log.calls.filter((call) => !timed.includes(call));
  return [
    ...(timed.length === 0 ? [] : [`${size(timed)}: a draft makes one capture of each call.`]),
    ...(others.length === 0
      ? []
      : [`${size(others)}: the log does not tell the time of each, so each stanza becomes a capture.`]),
  ].join(' ');
}
