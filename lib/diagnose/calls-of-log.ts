import { callOf } from '../capture/match/earlier-in-call.ts';
import { sinceFirst } from '../capture/notation/log-time.ts';
import { type ReviewedLog, reviewStanzas } from '../capture/review/review-stanzas.ts';
import type { CapturedStanza } from '../capture/tree/captured-node.ts';
import { nodeKey } from '../capture/tree/node-key.ts';
import type { Call, CallEvent } from './model/call.ts';

/**
 * The calls of a log: its stanzas by the id of their call, and acknowledgements by the id of the stanza that they answer.
 * Each call is in the order of its times, or in that of the log if not all of its stanzas have one. It is sanitized apart
 * from the rest of the log, so that what is printed of it is the same whatever came before.
 */
export function callsOfLog(log: ReviewedLog): readonly Call[] {
  return log.calls.map((places, i) =>
    callOfStanzas(
      places.flatMap((place) => log.stanzas[place]?.raw ?? []),
      log,
      i + 1,
    ),
  );
}

function callOfStanzas(
  stanzas: readonly CapturedStanza[],
  { corpus, shared }: ReviewedLog,
  number: number,
): Call {
  const once = withoutRepeats(stanzas);
  const times = sinceFirst(once.map(({ time }) => time));
  const timed = once
    .map((stanza, i) => ({ stanza, at: times?.[i] }))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const parsed = { stanzas: timed.map(({ stanza }) => stanza), problems: [], skipped: 0, skippedLines: [] };
  const { stanzas: reviewed } = reviewStanzas(parsed, corpus, { ...shared, isTrace: true });
  const events: CallEvent[] = [];
  const leftOut: { line: number; reason: string }[] = [];
  for (const [i, { raw, sanitized }] of reviewed.entries()) {
    const { line } = raw;
    const direction = sanitized?.review.direction;
    if (sanitized === undefined) {
      leftOut.push({ line, reason: 'it could not be sanitized' });
    } else if (direction === undefined) {
      leftOut.push({ line, reason: 'nothing shows whether it was sent or received' });
    } else {
      const { stanza, review } = sanitized;
      const id = idOf(raw);
      events.push({ index: events.length, line, at: timed[i]?.at, direction, root: stanza.root, review, id });
    }
  }
  const id = stanzas.map(({ root }) => callOf(root)).find((one) => one !== undefined);
  return { number, id, observer: undefined, events, leftOut };
}

/** Two loggers of one client print each stanza twice: the second one is the same, with the same id. */
function withoutRepeats(stanzas: readonly CapturedStanza[]): readonly CapturedStanza[] {
  const seen = new Set<string>();
  return stanzas.filter((stanza) => {
    if (idOf(stanza) === undefined) return true;
    const key = `${stanza.direction} ${nodeKey(stanza.root)}`;
    return !seen.has(key) && seen.add(key);
  });
}

const idOf = ({ root }: CapturedStanza): string | undefined =>
  root.attributes.find(({ name, cut }) => name === 'id' && !cut)?.value;
