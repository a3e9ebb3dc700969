import { FORMS, type FormName } from '../lib/capture/forms/index.ts';
import { type DecodeBinary, parse } from '../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../lib/corpus/model/corpus.ts';
import { captureLog } from './corpus/capture-log.ts';

/** How fast a log of one form is parsed, sanitized, looked through for leaks and held against the spec. */
export interface CaptureThroughput {
  readonly form: FormName;
  readonly stanzasPerSecond: number;
  /** How many times as long twice as much takes: about 2 where the time is linear. */
  readonly ratioOfDoubling: number;
}

export interface CaptureThroughputOptions {
  /** How many stanzas the smaller log holds. */
  readonly stanzas: number;
  /** How often each log is worked on; the best time counts. */
  readonly runs: number;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

export const CAPTURE_FORMS: readonly FormName[] = FORMS.map(({ name }) => name);

/**
 * Measures the whole way of a capture, from the text of a log to the verdicts, for every form of input.
 * @param decodeBinary for WABinary, see loadBinaryDecoder()
 * @throws when a log is not read to its last stanza: its time would mean nothing
 */
export function captureThroughput(
  corpus: Corpus,
  decodeBinary: DecodeBinary,
  options: CaptureThroughputOptions,
): CaptureThroughput[] {
  return CAPTURE_FORMS.map((form) => throughputOf(form, corpus, decodeBinary, options));
}

/** The same for one form. */
export function throughputOf(
  form: FormName,
  corpus: Corpus,
  decodeBinary: DecodeBinary,
  { stanzas, runs, now }: CaptureThroughputOptions,
): CaptureThroughput {
  const work = (count: number): (() => number) => {
    const log = captureLog(form, count);
    return () => {
      const start = now();
      const { sanitized, problems, leaks } = reviewStanzas(parse(log, { decodeBinary }), corpus);
      // Each review is made when it is asked for.
      for (const one of sanitized) void one.review;
      const faults = problems.length + leaks.length;
      const took = now() - start;
      if (sanitized.length !== count || faults > 0) {
        throw new Error(`${form}: ${sanitized.length} of ${count} stanzas were read.`);
      }
      return took;
    };
  };
  const [once, twice] = [work(stanzas), work(2 * stanzas)];
  // What runs for the first time is compiled, too.
  once();
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    small = Math.min(small, once());
    large = Math.min(large, twice());
  }
  return { form, stanzasPerSecond: (1000 * stanzas) / small, ratioOfDoubling: large / small };
}
