import { loadBinaryDecoder } from '../../../lib/capture/decode/load-binary-decoder.ts';
import type { Contradicts } from '../../../lib/capture/match/verdict.ts';
import { hasHex } from '../../../lib/capture/parse/stored-records.ts';
import {
  type MatchedRecord,
  matchCapture,
  matchedRecords,
} from '../../../lib/capture/review/match-capture.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';

/** The matched records of all captures, by their ids. What cannot be parsed is left out. */
export const captureReviews = memoizeBy(
  async (corpus: Corpus): Promise<ReadonlyMap<string, readonly MatchedRecord[]>> => {
    const captures = [...corpus.definitions.capture.values()].map(({ data }) => data);
    const decodeBinary = captures.some(hasHex) ? await loadBinaryDecoder() : undefined;
    return new Map(
      captures.map((capture) => [
        capture.id,
        hasHex(capture)
          ? matchCapture(capture, corpus, decodeBinary)
          : (matchedRecords(corpus).get(capture.id) ?? []),
      ]),
    );
  },
);

/** The paths of the facts whose attribute, child or content the record has, whatever its value. */
export function seenPaths({ review }: MatchedRecord): ReadonlySet<string> {
  return new Set(
    review.verdicts.flatMap((verdict) => {
      switch (verdict.verdict) {
        case 'supports':
        case 'cut':
          return [verdict.path];
        case 'contradicts':
          return isThere(verdict.how) ? [verdict.path] : [];
        case 'unknown':
        case 'ledger':
          return [];
        default:
          return verdict satisfies never;
      }
    }),
  );
}

function isThere(how: Contradicts): boolean {
  switch (how.kind) {
    case 'missing-attribute':
    case 'missing-child':
    case 'choice':
      return false;
    case 'condition':
      return how.how === 'only-if';
    case 'too-many':
    case 'wrong-leg':
    case 'constant':
    case 'order':
    case 'enum-value':
    case 'value-type':
      return true;
    default:
      return how satisfies never;
  }
}
