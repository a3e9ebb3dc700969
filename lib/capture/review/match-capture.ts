import type { CaptureRecord } from '../../corpus/captures/capture-records.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { earlierInCall } from '../match/earlier-in-call.ts';
import { match, type StanzaReview } from '../match/match.ts';
import { notEvidence, tiedById } from '../match/not-evidence.ts';
import type { DecodeBinary } from '../parse/parse.ts';
import { storedRecords } from '../parse/stored-records.ts';
import type { CapturedNode } from '../tree/captured-node.ts';

/** A record of a capture, parsed and matched against the spec. */
export interface MatchedRecord {
  readonly record: CaptureRecord;
  readonly root: CapturedNode;
  readonly review: StanzaReview;
}

/** The matched records of each capture by its id, without those in hex, whose decoder cannot be had at once. */
export const matchedRecords = memoizeBy(
  (corpus: Corpus): ReadonlyMap<string, readonly MatchedRecord[]> =>
    new Map([...corpus.definitions.capture.values()].map(({ id, data }) => [id, matchCapture(data, corpus)])),
);

/**
 * Matches the records of a capture against the spec. What cannot be parsed is left out. A trace has the stanzas that came
 * before each record, and what only an id ties to the call, such as an ack, is evidence in it.
 * @param decodeBinary needed for records in hex
 */
export function matchCapture(
  capture: Capture,
  corpus: Corpus,
  decodeBinary?: DecodeBinary,
): readonly MatchedRecord[] {
  const stored = storedRecords(capture, decodeBinary);
  const readable = stored.flatMap(({ record, stanza }) => ('root' in stanza ? [{ record, stanza }] : []));
  // It may have been any stanza, so that nothing is known of what came before those behind it.
  const lost = stored.find(({ stanza }) => !('root' in stanza) || stanza.broken === true || stanza.root.cut);
  const isBehind = ({ n = 0 }: CaptureRecord): boolean => n > (lost?.record.n ?? Number.POSITIVE_INFINITY);
  if (capture.trace === undefined) {
    return readable.map(({ record, stanza }) => ({
      record,
      root: stanza.root,
      review: match(stanza, corpus),
    }));
  }
  const stanzas = readable.map(({ stanza }) => stanza);
  const whyNot = notEvidence(stanzas, corpus).map((why) => (why?.kind === 'id-only' ? undefined : why));
  const before = earlierInCall(stanzas, whyNot, corpus, true);
  const byId = tiedById(stanzas, corpus);
  return readable.map(({ record, stanza }, i) => ({
    record,
    root: stanza.root,
    review: match(stanza, corpus, whyNot[i], isBehind(record) ? undefined : before[i], byId[i]),
  }));
}
