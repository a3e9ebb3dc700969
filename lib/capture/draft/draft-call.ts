import { recordRef } from '../../corpus/captures/capture-records.ts';
import { observedLibrary } from '../../corpus/evidence/observed-library.ts';
import type { CaptureWays } from '../../prose/ways.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { observerOfCall } from '../lookup/observer-of-call.ts';
import type { StanzaReview } from '../match/match.ts';
import { sinceFirst } from '../notation/log-time.ts';
import { type ReviewedLog, type ReviewedStanza, reviewStanzas } from '../review/review-stanzas.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { type EditsFor, editsFor, type SpecEdit } from './edits/edits-for.ts';
import { type TraceStanza, traceEntry } from './entry/capture-entry.ts';
import { captureEvidence } from './entry/capture-evidence.ts';
import { clientOfLog, unknownClient } from './entry/client-of-log.ts';
import { dayOfLog } from './entry/day-of-log.ts';
import type { DraftedCapture, DraftOptions, Left } from './entry/draft-options.ts';

/** As many as the schema of captures allows. */
const MOST_RECORDS = 1000;

/** The trace of a call, with the edits that follow from its stanzas before their number is limited. */
export interface DraftedCall {
  readonly capture: Capture;
  /** Its day, if it was taken from the times of the log. */
  readonly day: string | undefined;
  readonly edits: readonly SpecEdit[];
  readonly settled: DraftedCapture['settled'];
  readonly left: readonly Left[];
}

/**
 * Drafts a trace of a call. Its stanzas are sanitized together and apart from the rest of the log, so that equal values
 * are equal in the trace, and sanitizing it again changes nothing.
 * @param stanzas the stanzas of the call; each has a time
 * @param log the log that the call is in
 */
export function draftCall(
  stanzas: readonly CapturedStanza[],
  id: string,
  { corpus, shared }: ReviewedLog,
  options: DraftOptions,
  ways: CaptureWays,
): DraftedCall | { readonly left: readonly Left[] } {
  const times = sinceFirst(stanzas.map(({ time }) => time)) ?? [];
  const timed = stanzas.map((stanza, i) => ({ stanza, at: times[i] ?? 0 })).sort((a, b) => a.at - b.at);
  const parsed = { stanzas: timed.map(({ stanza }) => stanza), problems: [], skipped: 0, skippedLines: [] };
  const { stanzas: reviewed } = reviewStanzas(parsed, corpus, {
    ...shared,
    direction: options.direction,
    isTrace: true,
  });
  const all = reviewed.map((one, i) => recordOf(one, timed[i]?.at ?? 0));
  const kept = all.flatMap((one) => ('reason' in one ? [] : [one]));
  const records = kept.map((one) => ({ ...one, at: one.at - (kept[0]?.at ?? 0) }));
  const left = all.flatMap((one) => ('reason' in one ? [one] : []));
  const [first] = stanzas;
  if (!records.some(({ review: { stanza } }) => stanza !== undefined)) {
    const reason = 'the spec describes no stanza of this call';
    return { left: [...left, { code: 'not-described', line: first?.line, reason }] };
  }
  if (records.length > MOST_RECORDS) {
    const reason = `a call of ${records.length} stanzas is longer than a trace may be, which is ${MOST_RECORDS}; draft a part of the log`;
    return { left: [...left, { code: 'part', line: first?.line, reason }] };
  }
  const { client, unknownLibrary } = clientOfLog(first?.form ?? '', options, corpus);
  const day = dayOfLog(kept[0]?.stanza.time, options);
  const observer = options.observer ?? observerOfCall(kept[0]?.direction);
  const capture = traceEntry(id, records, {
    ...options,
    client,
    observer,
    capturedAt: options.capturedAt ?? day,
  });
  // A third-party client's own stanza says only what that client does, so the client has to be known.
  const isUnattributed = ({ direction }: TraceStanza): boolean =>
    direction === 'outgoing' &&
    unknownLibrary !== undefined &&
    observedLibrary({ direction, source: capture.source }, corpus) === undefined;
  const isSynthetic = options.kind === 'synthetic';
  const results = records.flatMap((record, i): EditsFor[] => {
    if (isSynthetic || isUnattributed(record)) return [];
    const evidence = captureEvidence(recordRef(id, i + 1), record.direction, capture.source, corpus);
    return record.review.verdicts.map((verdict) => editsFor(verdict, evidence, corpus, ways));
  });
  const parts = new Set(results.flatMap((one) => one.left));
  return {
    capture,
    day,
    edits: results.flatMap((one) => one.edits),
    settled: settledBy(records, capture, corpus),
    left: [
      ...left,
      ...(unknownLibrary === undefined || isSynthetic || !records.some(isUnattributed)
        ? []
        : [unknownClient(unknownLibrary, first?.line, ways)]),
      ...[...parts].map((reason): Left => ({ code: 'part', line: first?.line, reason })),
    ],
  };
}

function recordOf(
  { sanitized, raw: { line }, withheld }: ReviewedStanza,
  at: number,
): (TraceStanza & { readonly review: StanzaReview }) | Left {
  if (sanitized === undefined)
    return { code: 'not-evidence', line, reason: withheld ?? 'it was not sanitized' };
  const { stanza, review } = sanitized;
  const { direction } = review;
  return direction === undefined
    ? { code: 'unknown-direction', line, reason: 'its direction is not known' }
    : { stanza, review, direction, at };
}

/** The questions that the server or an official client answers in a call, each once. */
function settledBy(
  records: readonly (TraceStanza & { readonly review: StanzaReview })[],
  { source }: Capture,
  corpus: ReviewedLog['corpus'],
): DraftedCapture['settled'] {
  const answers = records
    .filter(({ direction }) => observedLibrary({ direction, source }, corpus) === undefined)
    .flatMap(({ review }) => review.settled);
  return [...new Map(answers.map((one) => [`${one.owner} ${one.question} ${one.answer}`, one])).values()];
}
