import { parse } from '../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { callsOfLog } from '../../lib/diagnose/calls-of-log.ts';
import { diagnoseCall } from '../../lib/diagnose/diagnose-call.ts';
import type { Call } from '../../lib/diagnose/model/call.ts';
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

/** So many calls are made of each flow: not all of them are long enough. */
const MOST_TRIED = 100;

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

/** Calls of so many stanzas, with enough repeated steps, taken from all flows and observers in turn. */
function longCalls(
  corpus: Corpus,
  seed: number,
  count: number,
  stanzas: number,
): readonly (readonly Message[])[] {
  const long: (readonly Message[])[] = [];
  for (let number = 0; long.length < count && number < MOST_TRIED; number++) {
    for (const sight of flowSights(corpus)) {
      if (long.length === count) break;
      const made = generateCall(sight, 2_000_000 + number, seed, corpus, 2 * stanzas);
      if ('call' in made && made.call.length >= stanzas) long.push(made.call.slice(0, stanzas));
    }
  }
  return long;
}
