import { observedLibrary } from '../../corpus/evidence/observed-library.ts';
import { loadCorpus } from '../../corpus/load/load-corpus.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import { overlayFiles } from '../../corpus/ports/overlay-files.ts';
import type { CaptureWays } from '../../prose/ways.ts';
import { newFileInSpec } from '../../schema/file-in-spec.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import { timedCalls } from '../review/describe-calls.ts';
import type { ReviewedLog, ReviewedStanza } from '../review/review-stanzas.ts';
import { type DraftedCall, draftCall } from './draft-call.ts';
import { applyEdits } from './edits/apply-edits.ts';
import { editsFor, type SpecEdit } from './edits/edits-for.ts';
import { limitRecords } from './edits/limit-records.ts';
import { captureEntry, captureYaml } from './entry/capture-entry.ts';
import { captureEvidence } from './entry/capture-evidence.ts';
import { unknownClient } from './entry/client-of-log.ts';
import { dayOfLog } from './entry/day-of-log.ts';
import type { Draft, DraftedCapture, DraftOptions, FileChange, Left } from './entry/draft-options.ts';
import { leaksInOptions } from './entry/option-problems.ts';
import { findRaises } from './find-raises.ts';
import { captureNames, capturesByKey, isCapture, type Planned, planCaptures } from './plan-captures.ts';

/**
 * Drafts a trace of each call that has several stanzas, if the log tells their times, and a capture of each other stanza
 * that the spec describes; and the edits of the spec that follow from them: `capture:<id>`, or `capture:<id>#<n>` for a
 * record of a trace, among the sources of the facts that it supports, with its technique; a dispute where it contradicts
 * a fact; an entry for each part that is not described, and for a shared value that its enum does not list. No
 * confidence is changed. A fact with enough evidence gets no further source, see {@link limitRecords}. Of a call that
 * the options pick, only its stanzas are drafted.
 * @param log the reviewed stanzas
 * @param files the spec that the log was reviewed with
 * @param ways how to do what the reasons suggest
 */
export function draft(log: ReviewedLog, files: FilePort, options: DraftOptions, ways: CaptureWays): Draft {
  const { corpus } = log;
  const [leak] = leaksInOptions(options);
  const all = leak === undefined ? draftAll(log, options, ways) : [];
  const captures = all.flatMap(({ capture }) => capture ?? []);
  const edited = applyEdits(
    all.flatMap(({ edits }) => edits),
    corpus,
  );
  const changes = [...all.flatMap(({ file }) => file ?? []), ...edited.files];
  const after = loadCorpus(overlayFiles(files, new Map(changes.map((one) => [one.path, one.after]))));
  return {
    files: changes.sort((a, b) => compareText(a.path, b.path)),
    captures,
    raises: findRaises(captures, corpus, after.corpus),
    left: [
      ...(leak === undefined
        ? []
        : [
            {
              code: 'personal-option' as const,
              line: undefined,
              reason: `${ways.fields[leak.field]} contains what looks like ${leak.kind}`,
            },
          ]),
      ...all.flatMap(({ left }) => left),
      ...edited.left,
    ],
    after,
  };
}

/** What comes of one stanza, or of the stanzas of a call. */
interface Drafted {
  readonly capture: DraftedCapture | undefined;
  readonly file: FileChange | undefined;
  readonly edits: readonly SpecEdit[];
  readonly left: readonly Left[];
}

const onlyLeft = (...left: readonly Left[]): Drafted => ({
  capture: undefined,
  file: undefined,
  edits: [],
  left,
});

function draftAll(log: ReviewedLog, options: DraftOptions, ways: CaptureWays): Drafted[] {
  const { corpus, stanzas, calls } = log;
  const stanzasOf = (places: readonly number[]): ReviewedStanza[] => places.flatMap((i) => stanzas[i] ?? []);
  const picked = options.pick === undefined ? calls : calls.slice(options.pick - 1, options.pick);
  const withTimes = timedCalls({ calls: picked, stanzas });
  const timed = withTimes.map(stanzasOf);
  const untimed = picked.filter((call) => !withTimes.includes(call)).map(stanzasOf);
  const inTrace = new Set(timed.flat());
  const single = options.pick === undefined ? stanzas : untimed.flat();
  const others = single.filter((one) => !inTrace.has(one));
  const nameNext = captureNames(timed.length + others.filter(isCapture).length, corpus, options);
  const traces = timed.map((call) =>
    draftCall(
      call.map(({ raw }) => raw),
      nameNext('call'),
      log,
      options,
      ways,
    ),
  );
  const planned = planCaptures(others, corpus, capturesByKey(corpus, options.kind), options, ways, nameNext);
  return [
    ...finished(traces, corpus),
    ...untimed.map((call) => onlyLeft(withoutTimes(call.length, call[0]?.raw.line))),
    ...planned.map((plan, i) => draftStanza(plan, others[i]?.raw.line, log, options, ways)),
  ];
}

const withoutTimes = (count: number, line: number | undefined): Left => ({
  code: 'no-times',
  line,
  reason: `a call of ${count} stanzas begins here, and becomes no single capture, because the log does not tell the time of each`,
});

/** Limits the edits of traces, and leaves out what the spec has already. */
function finished(traces: readonly ReturnType<typeof draftCall>[], corpus: Corpus): Drafted[] {
  const isDrafted = (one: (typeof traces)[number]): one is DraftedCall => 'capture' in one;
  const limit = limitRecords(
    corpus,
    traces.filter(isDrafted).map(({ capture }) => capture),
  );
  const known = new Map(
    [...corpus.definitions.capture.values()].map(({ data }) => [bodiesOf(data), data.id]),
  );
  return traces.map((one) => {
    if (!isDrafted(one)) return onlyLeft(...one.left);
    const { capture, day, settled, left } = one;
    const { id, trace = [] } = capture;
    const same = known.get(bodiesOf(capture));
    if (same !== undefined) {
      const reason = `a call of ${trace.length} stanzas equals the capture ${same}, so it adds no evidence`;
      return onlyLeft(...left, { code: 'duplicate', line: undefined, reason });
    }
    const edits = one.edits.flatMap((edit) => limit(edit) ?? []);
    const supports = pathsOf(edits, 'support');
    const shown = pathsOf(one.edits, 'support');
    return {
      capture: {
        id,
        entry: capture,
        review: undefined,
        dayOfLog: day,
        records: trace.length,
        supports,
        alsoShows: shown.filter((path) => !supports.includes(path)).length,
        disputes: pathsOf(edits, 'dispute'),
        added: pathsOf(edits, 'entry', 'value'),
        settled,
      },
      file: { path: newFileInSpec('capture', id), before: undefined, after: captureYaml(capture) },
      edits,
      left,
    };
  });
}

/** The stanzas of a trace, as one text; undefined for a single stanza. */
const bodiesOf = ({ trace }: Capture): string | undefined => trace?.map(({ body }) => body).join('\n');

/** The paths that edits of some kinds change, each once. */
const pathsOf = (edits: readonly SpecEdit[], ...kinds: SpecEdit['kind'][]): string[] => [
  ...new Set(edits.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path)),
];

function draftStanza(
  plan: Planned,
  line: number | undefined,
  { corpus }: ReviewedLog,
  options: DraftOptions,
  ways: CaptureWays,
): Drafted {
  if ('reason' in plan) return onlyLeft({ code: plan.code, line, reason: plan.reason });
  const { id, stanza, review, direction, client, unknownLibrary } = plan;
  const day = dayOfLog(stanza.time, options);
  const capture = captureEntry(id, stanza, direction, {
    ...options,
    client,
    capturedAt: options.capturedAt ?? day,
  });
  const library = observedLibrary({ direction, source: capture.source }, corpus);
  const isSynthetic = options.kind === 'synthetic';
  // A third-party client's own stanza says only what that client does, so the client has to be known.
  const unattributedTo = direction === 'outgoing' && library === undefined ? unknownLibrary : undefined;
  const isEvidence = !isSynthetic && unattributedTo === undefined;
  const evidence = captureEvidence(id, direction, capture.source, corpus);
  const results = isEvidence
    ? review.verdicts.map((verdict) => editsFor(verdict, evidence, corpus, ways))
    : [];
  const edits = results.flatMap((one) => one.edits);
  const left: Left[] = results.flatMap((one) => one.left).map((reason) => ({ code: 'part', line, reason }));
  if (!isSynthetic && unattributedTo !== undefined) left.unshift(unknownClient(unattributedTo, line, ways));
  return {
    capture: {
      id,
      entry: capture,
      review,
      dayOfLog: day,
      records: undefined,
      supports: pathsOf(edits, 'support'),
      alsoShows: 0,
      disputes: pathsOf(edits, 'dispute'),
      added: pathsOf(edits, 'entry', 'value'),
      settled: library === undefined ? review.settled : [],
    },
    file: { path: newFileInSpec('capture', id), before: undefined, after: captureYaml(capture) },
    edits,
    left,
  };
}
