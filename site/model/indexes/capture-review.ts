import { loadBinaryDecoder } from '../../../lib/capture/decode/load-binary-decoder.ts';
import { match, type StanzaReview } from '../../../lib/capture/match/match.ts';
import type { Contradicts } from '../../../lib/capture/match/verdict.ts';
import { hasHex, storedRecords } from '../../../lib/capture/parse/stored-records.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';

/** A record of a capture, parsed and matched against the spec. */
export interface CaptureReview {
  readonly root: CapturedNode;
  readonly review: StanzaReview;
}

/** The reviews of all records that can be parsed, by what a source names: `<id>` or `<id>#<n>`. */
export type CaptureReviews = ReadonlyMap<string, CaptureReview>;

/** Parses all records of captures and matches them against the spec. What cannot be parsed is left out. */
export const captureReviews: (corpus: Corpus) => Promise<CaptureReviews> = memoizeBy(async (corpus) => {
  const captures = [...corpus.definitions.capture.values()].map(({ data }) => data);
  const decodeBinary = captures.some(hasHex) ? await loadBinaryDecoder() : undefined;
  return new Map(
    captures
      .flatMap((capture) => storedRecords(capture, decodeBinary))
      .flatMap(({ record, stanza }) =>
        'root' in stanza ? [[record.ref, { root: stanza.root, review: match(stanza, corpus) }]] : [],
      ),
  );
});

/** The paths of the facts whose attribute, child or content the capture has, whatever its value. */
export function seenPaths({ review }: CaptureReview): ReadonlySet<string> {
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
