import { observedLibrary } from '../../corpus/evidence/observed-library.ts';
import { loadCorpus } from '../../corpus/load/load-corpus.ts';
import type { FilePort } from '../../corpus/ports/file-port.ts';
import { overlayFiles } from '../../corpus/ports/overlay-files.ts';
import type { CaptureWays } from '../../prose/ways.ts';
import { newFileInSpec } from '../../schema/file-in-spec.ts';
import { compareText } from '../../text/compare-text.ts';
import type { ReviewedLog } from '../review/review-stanzas.ts';
import { applyEdits } from './edits/apply-edits.ts';
import { captureEntry, captureYaml } from './entry/capture-entry.ts';
import { captureEvidence } from './entry/capture-evidence.ts';
import type { Draft, DraftedCapture, DraftOptions, FileChange, Left } from './entry/draft-options.ts';
import { editsFor, type SpecEdit } from './edits/edits-for.ts';
import { findRaises } from './find-raises.ts';
import { leaksInOptions } from './entry/option-problems.ts';
import { capturesByKey, type Planned, planCaptures } from './plan-captures.ts';

/**
 * Drafts a capture of each stanza that the spec describes, and the edits of the spec that follow from it:
 * `capture:<id>` among the sources of the facts that it supports, with its technique; a dispute where it contradicts a
 * fact; an entry for each part that is not described, and for a shared value that its enum does not list. No
 * confidence is changed.
 * @param log the reviewed stanzas
 * @param files the spec that the log was reviewed with
 * @param ways how to do what the reasons suggest
 */
export function draft(log: ReviewedLog, files: FilePort, options: DraftOptions, ways: CaptureWays): Draft {
  const { corpus } = log;
  const [leak] = leaksInOptions(options);
  const stanzas = leak === undefined ? log.stanzas : [];
  const planned = planCaptures(stanzas, corpus, capturesByKey(corpus, options.kind), options, ways);
  const all = planned.map((plan, i) => draftOne(plan, stanzas[i]?.raw.line, log, options, ways));
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

/** What comes of one stanza. */
interface DraftedStanza {
  readonly capture: DraftedCapture | undefined;
  readonly file: FileChange | undefined;
  readonly edits: readonly SpecEdit[];
  readonly left: readonly Left[];
}

function draftOne(
  plan: Planned,
  line: number | undefined,
  { corpus }: ReviewedLog,
  options: DraftOptions,
  ways: CaptureWays,
): DraftedStanza {
  if ('reason' in plan) {
    return {
      capture: undefined,
      file: undefined,
      edits: [],
      left: [{ code: plan.code, line, reason: plan.reason }],
    };
  }
  const { id, stanza, review, direction, client, unknownLibrary } = plan;
  const capture = captureEntry(id, stanza, direction, { ...options, client });
  const library = observedLibrary(capture, corpus);
  const isSynthetic = options.kind === 'synthetic';
  // A third-party client's own stanza says only what that client does, so the client has to be known.
  const unattributedTo = direction === 'outgoing' && library === undefined ? unknownLibrary : undefined;
  const isEvidence = !isSynthetic && unattributedTo === undefined;
  const evidence = captureEvidence(capture, corpus);
  const results = isEvidence
    ? review.verdicts.map((verdict) => editsFor(verdict, evidence, corpus, ways))
    : [];
  const edits = results.flatMap((one) => one.edits);
  const pathsOf = (...kinds: SpecEdit['kind'][]): string[] =>
    edits.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
  const left: Left[] = results.flatMap((one) => one.left).map((reason) => ({ code: 'part', line, reason }));
  if (!isSynthetic && unattributedTo !== undefined) {
    const reason = `it was printed by ${unattributedTo}, which is not a flavor of the spec, so it supports no fact; name the program that sent it with ${ways.nameClient}`;
    left.unshift({ code: 'unknown-client', line, reason });
  }
  return {
    capture: {
      id,
      review,
      supports: pathsOf('support'),
      disputes: pathsOf('dispute'),
      added: pathsOf('entry', 'value'),
      settled: library === undefined ? review.settled : [],
    },
    file: { path: newFileInSpec('capture', id), before: undefined, after: captureYaml(capture) },
    edits,
    left,
  };
}
