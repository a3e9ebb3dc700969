import type { CallEvent } from '../model/call.ts';

/**
 * The stanza that each stanza of a call answers by its id, such as an ack: the last one before it that went
 * the other way with the same id.
 * @returns the places of the answered stanzas, in the order of the events; undefined for what answers nothing in the log
 */
export function answeredEvents(events: readonly CallEvent[]): readonly (number | undefined)[] {
  const byId = Map.groupBy(events, ({ id }) => id);
  return events.map(({ index, id, direction, review }) => {
    if (id === undefined) return undefined;
    const others = (byId.get(id) ?? []).filter(
      (one) => one.direction !== direction && one.review.stanza !== review.stanza,
    );
    return others.findLast((one) => one.index < index)?.index;
  });
}
