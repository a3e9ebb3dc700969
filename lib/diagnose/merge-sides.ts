import type { Corpus } from '../corpus/model/corpus.ts';
import { isPlaceholder } from '../corpus/types/is-placeholder.ts';
import { diagnoseCall } from './diagnose-call.ts';
import type { Call, CallEvent } from './model/call.ts';
import type { DiagnoseOptions, Diagnosis, SeenStanza } from './model/diagnosis.ts';
import { seenStanza } from './report/rows-of.ts';

/** One call, recorded on both sides. */
export interface TwoSides {
  readonly sides: readonly [Diagnosis, Diagnosis];
  /** The milliseconds from the first stanza of the first log to that of the second; undefined if it cannot be told. */
  readonly offset: number | undefined;
  /** The side whose first divergence came first; undefined if nothing departs. */
  readonly first: 0 | 1 | undefined;
  /** What one side sent to the other and the other did not record, although it recorded something sent later. */
  readonly undelivered: readonly { readonly sender: 0 | 1; readonly seen: SeenStanza }[];
}

/**
 * Diagnoses the logs of both sides of one call. A stanza keeps its id on its way, so that what one side sent is found with
 * the other; from the times of both, the offset between their clocks is estimated as if both ways took equally long.
 * @param a one side, and `b` the other: calls of one id
 */
export function mergeSides(a: Call, b: Call, corpus: Corpus, options: DiagnoseOptions = {}): TwoSides {
  const sides = [
    diagnoseCall(a, corpus, { ...options, observer: undefined }),
    diagnoseCall(b, corpus, { ...options, observer: undefined }),
  ] as const;
  const there = deliveries(a, b);
  const back = deliveries(b, a);
  const offset = offsetOf(there, back);
  return {
    sides,
    offset,
    first: firstSide(sides, [a, b], offset),
    undelivered: [
      ...undelivered(a, there, sides).map((seen) => ({ sender: 0 as const, seen })),
      ...undelivered(b, back, [sides[1], sides[0]]).map((seen) => ({ sender: 1 as const, seen })),
    ],
  };
}

/** A stanza that was sent, and where the other side received it. */
type Delivery = readonly [CallEvent, CallEvent];

function deliveries(sender: Call, receiver: Call): readonly Delivery[] {
  const received = new Map<string, CallEvent>();
  for (const event of receiver.events) {
    if (event.direction === 'incoming' && hasOwnId(event)) received.set(keyOf(event), event);
  }
  return sender.events.flatMap((event): Delivery[] => {
    const other = event.direction === 'outgoing' && hasOwnId(event) ? received.get(keyOf(event)) : undefined;
    return other === undefined ? [] : [[event, other]];
  });
}

/** Placeholders of two logs are equal by chance. */
const hasOwnId = ({ id }: CallEvent): boolean => id !== undefined && !isPlaceholder(id);

/** An ack has the id of what it answers, so that the stanza counts, too. */
const keyOf = ({ id, review }: CallEvent): string => JSON.stringify([id, review.stanza]);

function offsetOf(there: readonly Delivery[], back: readonly Delivery[]): number | undefined {
  const shortest = (list: readonly Delivery[]): number =>
    Math.min(
      ...list.flatMap(([{ at: sent }, { at: got }]) =>
        sent === undefined || got === undefined ? [] : [got - sent],
      ),
    );
  const [out, home] = [shortest(there), shortest(back)];
  if (Number.isFinite(out) && Number.isFinite(home)) return Math.round((home - out) / 2);
  if (Number.isFinite(out)) return -out;
  return Number.isFinite(home) ? home : undefined;
}

function firstSide(
  sides: readonly [Diagnosis, Diagnosis],
  calls: readonly [Call, Call],
  offset: number | undefined,
): 0 | 1 | undefined {
  const [one, other] = sides.map(({ divergences }, side) => {
    const first = divergences[0];
    const at = calls[side]?.events[first?.event ?? -1]?.at;
    return first === undefined
      ? undefined
      : { at: at === undefined ? undefined : at + (side === 0 ? 0 : (offset ?? 0)) };
  });
  if (one === undefined) return other === undefined ? undefined : 1;
  if (other === undefined) return 0;
  return (one.at ?? 0) <= (other.at ?? 0) ? 0 : 1;
}

function undelivered(
  { events }: Call,
  delivered: readonly Delivery[],
  [own, other]: readonly [Diagnosis, Diagnosis],
): readonly SeenStanza[] {
  const last = Math.max(-1, ...delivered.map(([{ index }]) => index));
  const arrived = new Set(delivered.map(([{ index }]) => index));
  return own.rows.flatMap(({ step, seen }) =>
    seen !== undefined &&
    seen.direction === 'outgoing' &&
    step?.to === other.observer?.id &&
    seen.event < last &&
    !arrived.has(seen.event)
      ? [seenStanza(events[seen.event] as CallEvent)]
      : [],
  );
}
