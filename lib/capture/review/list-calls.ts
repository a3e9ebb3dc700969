import { stanzaDirection } from '../../corpus/match/stanza-direction.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { counted } from '../../text/counted.ts';
import { observerOfCall } from '../lookup/observer-of-call.ts';
import { clockTime, sinceFirst } from '../notation/log-time.ts';
import type { ReviewedLog } from './review-stanzas.ts';

/** A call of a log, to choose it from the others. */
export interface ListedCall {
  /** From 1, in the order of the first stanzas. */
  readonly number: number;
  /** The places of its stanzas in the log. */
  readonly places: readonly number[];
  /** The line of its first stanza. */
  readonly line: number;
  /** The times of its first and its last stanza, such as 15:01:58; undefined if the log does not tell them all. */
  readonly times: { readonly from: string; readonly to: string } | undefined;
  /** The stanzas of the spec that it begins and ends with, of those that are described. */
  readonly ends: readonly [string, string] | undefined;
  readonly observer: Capture['observer'];
}

/** The calls of several stanzas in a log. One whose times are not told cannot become one capture. */
export const listCalls = ({ calls, stanzas }: Pick<ReviewedLog, 'calls' | 'stanzas'>): ListedCall[] =>
  calls.map((places, i) => {
    const own = places.flatMap((place) => stanzas[place] ?? []);
    const since = sinceFirst(own.map(({ raw }) => raw.time));
    const inOrder =
      since === undefined
        ? own
        : own
            .map((one, n) => ({ one, at: since[n] ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
    const described = inOrder.flatMap(({ sanitized }) => sanitized?.review.stanza ?? []);
    const [first, last] = [inOrder[0]?.raw, inOrder.at(-1)?.raw];
    const ends = [described[0], described.at(-1)] as const;
    return {
      number: i + 1,
      places,
      line: own[0]?.raw.line ?? 0,
      times:
        since === undefined || first?.time === undefined || last?.time === undefined
          ? undefined
          : { from: clockTime(first.time), to: clockTime(last.time) },
      ends: ends[0] === undefined || ends[1] === undefined ? undefined : [ends[0], ends[1]],
      observer: observerOfCall(
        first && (first.direction ?? stanzaDirection(first.root.attributes.map(({ name }) => name))),
      ),
    };
  });

/** A call in one line, such as `Call 1: 32 stanzas, 15:01:58 to 15:02:04, seen by the caller, …`. */
export function callWords({ number, places, times, ends, observer }: ListedCall): string {
  const parts = [
    counted(places.length, 'stanza'),
    times === undefined ? 'without the time of each' : `${times.from} to ${times.to}`,
    ...(observer === undefined ? [] : [`seen by the ${observer.replace('-', ' ')}`]),
    ...(ends === undefined ? [] : [`from ${ends[0]} to ${ends[1]}`]),
  ];
  return `Call ${number}: ${parts.join(', ')}`;
}
