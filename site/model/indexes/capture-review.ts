import { loadBinaryDecoder } from '../../../lib/capture/decode/load-binary-decoder.ts';
import { match, type StanzaReview } from '../../../lib/capture/match/match.ts';
import type { Contradicts } from '../../../lib/capture/match/verdict.ts';
import { type DecodeBinary, parse } from '../../../lib/capture/parse/parse.ts';
import type { CapturedNode, CapturedStanza } from '../../../lib/capture/tree/captured-node.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Capture } from '../../../lib/schema/types.generated.ts';

/** A capture of the corpus, parsed and matched against the spec. */
export interface CaptureReview {
  readonly root: CapturedNode;
  readonly review: StanzaReview;
}

/** The reviews of all captures that can be parsed, by their ids. */
export type CaptureReviews = ReadonlyMap<string, CaptureReview>;

/** Parses all captures and matches them against the spec. What cannot be parsed is left out. */
export const captureReviews: (corpus: Corpus) => Promise<CaptureReviews> = memoizeBy(async (corpus) => {
  const captures = [...corpus.definitions.capture.values()].map(({ data }) => data);
  const isHex = ({ raw }: Capture): boolean => raw.format === 'hex';
  const decodeBinary = captures.some(isHex) ? await loadBinaryDecoder() : undefined;
  return new Map(
    captures.flatMap((capture) => {
      const review = reviewOf(capture, corpus, decodeBinary);
      return review === undefined ? [] : [[capture.id, review]];
    }),
  );
});

function reviewOf(
  { raw, direction }: Capture,
  corpus: Corpus,
  decodeBinary: DecodeBinary | undefined,
): CaptureReview | undefined {
  const [stanza] = parse(raw.body, { form: raw.format, decodeBinary }).stanzas;
  if (stanza === undefined) return undefined;
  // The author of the entry knows the direction; the stanza itself only suggests one.
  const said: CapturedStanza = { ...stanza, ...(direction === 'bidirectional' ? {} : { direction }) };
  return { root: stanza.root, review: match(said, corpus) };
}

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
