import { type CaptureRecord, recordRef } from '../../corpus/captures/capture-records.ts';
import { clientsOfFact } from '../../corpus/clients/clients-of-fact.ts';
import { postedLogs } from '../../corpus/clients/posted-logs.ts';
import { sendersOfValue } from '../../corpus/clients/senders-of-value.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { parseSource } from '../../corpus/sources/source-ref.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { matchedRecords } from '../review/match-capture.ts';
import { sightings } from './sightings.ts';

/** Who uses a value of an enum, and where it was seen. */
export interface UseOfValue {
  /** The participants of flows that send it. */
  readonly sentBy: readonly string[];
  /** Implementations whose code writes it, and official clients that were recorded when they sent it. */
  readonly writtenBy: readonly string[];
  readonly readBy: readonly string[];
  /** Implementations whose code has the value and is not known to do anything with it. */
  readonly namedBy: readonly string[];
  /** Extracts and descriptions that have it. */
  readonly describedBy: readonly string[];
  /** The stanzas in which captures have it, by id. */
  readonly capturedIn: readonly string[];
  /** The sources that are logs of the connection which somebody else posted. */
  readonly posted: readonly string[];
}

/**
 * Who uses a value of an enum: from its own evidence, from the captures that show it and from the steps of flows that
 * send it. A flow may say who would send what nobody is known to send; such a value has no sender.
 */
export function useOfValue(fact: Fact, corpus: Corpus): UseOfValue {
  const { writes, reads, names, described } = clientsOfFact(fact, corpus);
  const shown = [
    ...(sightings(corpus).get(fact.path) ?? []),
    ...fact.provenance.sources.flatMap((one) => citedIn(one, corpus)),
  ];
  const posted = postedLogs(fact, corpus);
  return {
    sentBy: writes.length + shown.length + posted.length > 0 ? sendersOfValue(fact, corpus) : [],
    writtenBy: [...writes, ...new Set(shown.flatMap(writerOf))],
    readBy: reads,
    namedBy: names,
    describedBy: described,
    capturedIn: [...new Set(shown.flatMap(({ stanza }) => stanza ?? []))],
    posted,
  };
}

/** A record that shows a value. */
interface Shown {
  readonly capture: Capture;
  readonly record: CaptureRecord;
  readonly stanza: string | undefined;
}

/** The records that a source names; none for another source than a capture. */
function citedIn(source: string, corpus: Corpus): Shown[] {
  const ref = parseSource(source);
  const capture = ref.kind === 'capture' ? corpus.definitions.capture.get(ref.id)?.data : undefined;
  if (ref.kind !== 'capture' || capture === undefined) return [];
  return (matchedRecords(corpus).get(ref.id) ?? [])
    .filter(({ record }) => ref.record === undefined || record.ref === recordRef(ref.id, ref.record))
    .map(({ record, review }) => ({ capture, record, stanza: review.stanza }));
}

/** The official client that sent a record itself; its code is not public, so that nothing else shows what it writes. */
function writerOf({ capture: { kind, source }, record: { direction } }: Shown): string[] {
  const { client, platform } = source ?? {};
  return kind === 'captured' && client === 'official' && direction === 'outgoing'
    ? [`${platform ?? 'official client'} (recorded)`]
    : [];
}
