import { parse } from '../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { callsOfLog } from '../../lib/diagnose/calls-of-log.ts';
import { diagnoseCall } from '../../lib/diagnose/diagnose-call.ts';
import type { Call } from '../../lib/diagnose/model/call.ts';
import { attributeOf, withAttribute } from './calls/edit-node.ts';
import { flowSights } from './calls/flow-sight.ts';
import { logText } from './calls/log-text.ts';
import type { Message } from './calls/message.ts';
import { generateCall } from './generate-call.ts';

/** How long the calls of a log take, in milliseconds. */
export interface DiagnosisTime {
  readonly calls: number;
  readonly stanzas: number;
  /** To read the text, and to find the calls and compare their stanzas with the spec. */
  readonly readMs: number;
  /** To hold the calls against all flows and describe what they depart from. */
  readonly diagnoseMs: number;
}

export interface DiagnosisTimeOptions {
  readonly seed: number;
  /** How many calls there are, and about how many stanzas each has. Default: 100 of 40. */
  readonly calls?: number;
  readonly stanzas?: number;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

/** Measures the diagnosis of made-up calls, apart from the reading of their log. */
export function measureDiagnosis(
  corpus: Corpus,
  { seed, calls = 100, stanzas = 40, now }: DiagnosisTimeOptions,
): DiagnosisTime {
  const made = longCalls(corpus, seed, calls, stanzas);
  const [first, ...others] = made.map((messages, i) => ({ messages, start: i * 1000 }));
  const { text } = logText(first ?? { messages: [], start: 0 }, others, 1_767_323_096, undefined);
  const start = now();
  const found = callsOfLog(reviewStanzas(parse(text), corpus));
  // Each review is made when it is asked for.
  for (const { events } of found) for (const { review } of events) void review.verdicts;
  const read = now();
  for (const call of found) diagnoseCall(call, corpus);
  const end = now();
  return {
    calls: found.length,
    stanzas: found.reduce((sum, { events }: Call) => sum + events.length, 0),
    readMs: read - start,
    diagnoseMs: end - read,
  };
}

/** Calls of so many stanzas, made of all flows and observers in turn; what is too short goes on with its own stanzas. */
function longCalls(
  corpus: Corpus,
  seed: number,
  count: number,
  stanzas: number,
): readonly (readonly Message[])[] {
  const made: (readonly Message[])[] = [];
  for (let number = 0; made.length < count && number < count; number++) {
    for (const sight of flowSights(corpus)) {
      if (made.length === count) break;
      const one = generateCall(sight, 2_000_000 + number, seed, corpus);
      if ('call' in one) made.push(Array.from({ length: stanzas }, (_, i) => again(one.call, i)));
    }
  }
  return made;
}

/** A message of a call; behind its last one they come once more, with ids of their own. */
function again(call: readonly Message[], i: number): Message {
  const message = call[i % call.length] as Message;
  const round = Math.floor(i / call.length);
  if (round === 0) return message;
  const { root } = message;
  const id = `${attributeOf(root, 'id') ?? ''}${round}`;
  return { ...message, n: i, at: message.at + round * 60_000, root: withAttribute(root, 'id', id) };
}
