import { draftCall } from '../../../../lib/capture/draft/draft-call.ts';
import { captureYaml } from '../../../../lib/capture/draft/entry/capture-entry.ts';
import { captureEvidence } from '../../../../lib/capture/draft/entry/capture-evidence.ts';
import type { DraftOptions } from '../../../../lib/capture/draft/entry/draft-options.ts';
import { traceText } from '../../../../lib/capture/draft/entry/trace-text.ts';
import { captureNames } from '../../../../lib/capture/draft/plan-captures.ts';
import type { ReviewedLog } from '../../../../lib/capture/review/review-stanzas.ts';
import { printShared } from '../../../../lib/capture/share/shared-names.ts';
import { recordRef } from '../../../../lib/corpus/captures/capture-records.ts';
import { formWords } from '../../../../lib/issue-form/capture-form.ts';
import { newFileInSpec } from '../../../../lib/schema/file-in-spec.ts';
import type { DraftView, EntryView } from '../messages/draft-view.ts';
import { WORKBENCH_WAYS } from '../messages/workbench-ways.ts';
import { captureProblems } from './capture-problems.ts';
import { newEntries, newValueEntry } from './new-entries.ts';

/**
 * Drafts the trace of a call, with the entries that the spec needs together with it.
 * @param number which call of the log, from 1
 * @param options what the reader says about it, complete
 * @param validator the address of the validator of captures
 * @returns the capture, or why none is made
 * @throws Error if the validator cannot be loaded
 */
export async function draftCallCapture(
  number: number,
  log: ReviewedLog,
  options: DraftOptions,
  validator: string,
): Promise<DraftView> {
  const { corpus, known, shared } = log;
  const own = (log.calls[number - 1] ?? []).flatMap((place) => log.stanzas[place] ?? []);
  if (own.some(({ sanitized }) => sanitized !== undefined && sanitized.leaks.length > 0)) {
    return {
      wanted: [
        'A sanitized stanza of this call may still contain personal data, so no capture is made. Report this bug without the log.',
      ],
    };
  }
  const id = captureNames(log.calls.length, corpus, options)('call');
  const drafted = draftCall(
    own.map(({ raw }) => raw),
    id,
    log,
    options,
    WORKBENCH_WAYS,
  );
  if (!('capture' in drafted)) {
    const reasons = [...new Set(drafted.left.map(({ reason }) => reason))];
    return { wanted: [`No capture is made of this call: ${reasons.join('; ')}.`] };
  }
  const { capture } = drafted;
  const yaml = captureYaml(capture);
  const problems = await captureProblems(capture, yaml, known, shared.keepNames, validator);
  if (problems.length > 0) return { wanted: problems };
  const entries = own
    .flatMap(({ sanitized }) => sanitized ?? [])
    .flatMap(({ review }, i): EntryView[] => {
      const direction = review.direction ?? 'incoming';
      const evidence = captureEvidence(recordRef(id, i + 1), direction, capture.source, known);
      const values = review.verdicts
        .map(({ path }) => path)
        .filter((path) => shared.keepValues.includes(path));
      return [
        ...newEntries(review, new Set(shared.keepNames), evidence),
        ...values.flatMap((path) => newValueEntry(path, evidence)),
      ];
    });
  return {
    id,
    path: newFileInSpec('capture', id),
    yaml,
    entries: onceEach(entries),
    fields: {
      technique: options.technique,
      direction: 'as the log says',
      kind: options.kind,
      client: formWords('client', capture.source.client),
      version: options.version ?? '',
      observer: formWords('observer', capture.observer),
      capture: traceText(capture),
      share: printShared(shared),
      'captured-at': capture.source.captured_at ?? '',
      url: options.url ?? '',
      author: options.author ?? '',
      license: options.license ?? '',
    },
  };
}

/** Each entry once: several stanzas of a call may show the same new part. */
const onceEach = (entries: readonly EntryView[]): EntryView[] => [
  ...new Map(
    entries
      .toReversed()
      .map((one) => [[one.file, one.list, one.parent, one.yaml.split('\n', 1)[0]].join('\n'), one]),
  ).values(),
];
