import { matchedRecords } from '../../../lib/capture/review/match-capture.ts';
import { sightings } from '../../../lib/capture/review/sightings.ts';
import { type CaptureRecord, recordRef } from '../../../lib/corpus/captures/capture-records.ts';
import { clientsOfFact } from '../../../lib/corpus/clients/clients-of-fact.ts';
import { postedLogs } from '../../../lib/corpus/clients/posted-logs.ts';
import { sendersOfValue } from '../../../lib/corpus/clients/senders-of-value.ts';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import type { Capture, Confidence } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** Who uses a value of an enum, and where it was seen. */
export interface ValueUse {
  readonly value: Ref;
  readonly confidence: Confidence;
  /** The participants of flows that send it. */
  readonly sentBy: readonly string[];
  /** Implementations whose code writes it, and official clients that were recorded when they sent it. */
  readonly writtenBy: readonly string[];
  readonly readBy: readonly string[];
  /** Implementations whose code has the value and is not known to do anything with it. */
  readonly namedBy: readonly string[];
  /** Extracts and descriptions that have it. */
  readonly describedBy: readonly string[];
  /** The stanzas in which captures have it. */
  readonly capturedIn: readonly Ref[];
  /** Logs of the connection that somebody else posted and that show it. */
  readonly posted: readonly Ref[];
}

/** The values of an enum by how much a reader can rely on them. */
export interface ValueOrder {
  /** The best known first. */
  readonly known: readonly Fact[];
  /** Those that an open dispute denies. */
  readonly refuted: readonly Fact[];
}

/** Orders the values of an enum: the best known first, and apart from them what is refuted. */
export function orderValues(facts: readonly Fact[], corpus: Corpus): ValueOrder {
  const refuted = refutedFacts(corpus);
  const rank = ({ confidence }: Fact): number => CONFIDENCES.indexOf(confidence);
  return {
    known: facts.filter(({ path }) => !refuted.has(path)).sort((a, b) => rank(a) - rank(b)),
    refuted: facts.filter(({ path }) => refuted.has(path)),
  };
}

/**
 * Who uses the values of an enum; within a confidence, first what is written and what was seen. Empty if nobody is known
 * to have one, and no capture and no log has one.
 */
export function valueUses(facts: readonly Fact[], corpus: Corpus, links: Links): readonly ValueUse[] {
  const uses = facts.map((fact) => valueUse(fact, corpus, links));
  const isUsed = ({ namedBy, describedBy, sentBy, ...use }: ValueUse): boolean =>
    usage(use) > 0 || sentBy.length > 0 || namedBy.length + describedBy.length > 0;
  const rank = ({ confidence }: ValueUse): number => CONFIDENCES.indexOf(confidence);
  return uses.some(isUsed) ? uses.toSorted((a, b) => rank(a) - rank(b) || usage(b) - usage(a)) : [];
}

/** How much a value is known to be used: more if it is written than if it was only seen, and least if it is only read. */
const usage = (use: Pick<ValueUse, 'writtenBy' | 'readBy' | 'capturedIn' | 'posted'>): number =>
  [use.readBy, use.posted, use.capturedIn, use.writtenBy].reduce(
    (sum, list, i) => sum + (list.length > 0 ? 2 ** i : 0),
    0,
  );

function valueUse(fact: Fact, corpus: Corpus, links: Links): ValueUse {
  const { writes, reads, names, described } = clientsOfFact(fact, corpus);
  const shown = [
    ...(sightings(corpus).get(fact.path) ?? []),
    ...fact.provenance.sources.flatMap((one) => citedIn(one, corpus)),
  ];
  const stanzas = new Set(shown.map(({ stanza }) => stanza));
  const recorded = new Set(shown.flatMap(writerOf));
  const posted = postedLogs(fact, corpus);
  return {
    value: { text: fact.name === '' ? '(empty)' : fact.name, href: links.fact(fact) },
    confidence: fact.confidence,
    // A flow may say who would send what nobody is known to send.
    sentBy: writes.length + shown.length + posted.length > 0 ? sendersOfValue(fact, corpus) : [],
    writtenBy: [...writes, ...recorded],
    readBy: reads,
    namedBy: names,
    describedBy: described,
    posted: posted.map((source) => ({ text: 'posted log', href: links.source(source).href })),
    capturedIn: [...stanzas]
      .flatMap((id) => id ?? [])
      .map((id) => ({
        text: corpus.definitions.stanza.get(id)?.data.display_name ?? id,
        href: links.definition('stanza', id),
      })),
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
