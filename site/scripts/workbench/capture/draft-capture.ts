import { captureEntry, captureYaml } from '../../../../lib/capture/draft/entry/capture-entry.ts';
import { captureEvidence } from '../../../../lib/capture/draft/entry/capture-evidence.ts';
import type { DraftOptions } from '../../../../lib/capture/draft/entry/draft-options.ts';
import { leaksInOptions } from '../../../../lib/capture/draft/entry/option-problems.ts';
import { planCaptures } from '../../../../lib/capture/draft/plan-captures.ts';
import type { ReviewedLog, SanitizedReview } from '../../../../lib/capture/review/review-stanzas.ts';
import { printShared } from '../../../../lib/capture/share/shared-names.ts';
import { formWords } from '../../../../lib/issue-form/capture-form.ts';
import { safeUrl } from '../../../../lib/prose/safe-url.ts';
import { newFileInSpec } from '../../../../lib/schema/file-in-spec.ts';
import { clipValue } from '../messages/clip-value.ts';
import type { DraftView } from '../messages/draft-view.ts';
import { WORKBENCH_WAYS } from '../messages/workbench-ways.ts';
import type { MakeOptions } from '../messages/worker-request.ts';
import { captureProblems } from './capture-problems.ts';
import { draftCallCapture } from './draft-call-capture.ts';
import { holdsName } from './holds-name.ts';
import { newEntries, newValueEntry } from './new-entries.ts';

interface DraftContext {
  /** The captures of the spec that one of a kind could equal, see capturesByKey. */
  readonly capturesOf: (kind: DraftOptions['kind']) => ReadonlyMap<string, string>;
  /** The address of the validator of captures. */
  readonly validator: string;
}

/**
 * Drafts a capture of a stanza or of a call, with the entries that the spec needs together with it.
 * @param index which of the stanzas of the log
 * @param call the number of the call; undefined for the stanza
 * @param options what the reader says about it
 * @returns the capture, or what is still missing
 * @throws Error if the validator cannot be loaded
 */
export async function draftCapture(
  index: number,
  call: number | undefined,
  log: ReviewedLog,
  options: MakeOptions,
  { capturesOf, validator }: DraftContext,
): Promise<DraftView> {
  const { stanzas, corpus, known, shared } = log;
  if (call !== undefined) {
    const { technique, kind, ...said } = options;
    const lacking = missingAnswers(options);
    if (lacking.length > 0 || technique === undefined || kind === undefined) return { wanted: lacking };
    return draftCallCapture(call, log, { ...said, technique, kind }, validator);
  }
  const { standalone, withheld } = stanzas[index] ?? {};
  if (standalone === undefined) return { wanted: ['There is no such stanza.'] };
  const { review } = standalone;
  const values = review.verdicts.map(({ path }) => path).filter((path) => shared.keepValues.includes(path));
  const names = shared.keepNames.filter((name) => holdsName(standalone.stanza.root, new Set([name])));
  const { technique, kind, direction, ...rest } = options;
  const wanted = missing(standalone, withheld, options, names.length + values.length > 0);
  if (wanted.length > 0 || technique === undefined || kind === undefined) return { wanted };
  const complete = { ...rest, technique, kind, direction };
  // With the stanzas before it, so that each stanza of a log gets its own id, and always the same one.
  const before = stanzas.slice(0, index + 1);
  const plan = planCaptures(before, corpus, capturesOf(kind), complete, WORKBENCH_WAYS)[index];
  if (plan === undefined || 'reason' in plan) {
    return { wanted: [`No capture is made of this stanza: ${plan?.reason}. Choose another one.`] };
  }
  const capture = captureEntry(plan.id, plan.stanza, plan.direction, { ...complete, client: plan.client });
  const yaml = captureYaml(capture);
  const problems = await captureProblems(capture, yaml, known, shared.keepNames, validator);
  if (problems.length > 0) return { wanted: problems };
  const evidence = captureEvidence(plan.id, plan.direction, capture.source, known);
  return {
    id: plan.id,
    path: newFileInSpec('capture', plan.id),
    yaml,
    entries: [
      ...newEntries(review, new Set(shared.keepNames), evidence),
      ...values.flatMap((path) => newValueEntry(path, evidence)),
    ],
    fields: {
      technique,
      direction: plan.direction,
      kind,
      client: formWords('client', plan.client),
      observer: formWords('observer', undefined),
      version: complete.version ?? '',
      capture: capture.raw?.body ?? '',
      share: printShared({ keepNames: names, keepValues: values }),
      'captured-at': complete.capturedAt ?? '',
    },
  };
}

/**
 * Why no capture can be drafted yet, as sentences.
 * @param bringsNew whether names or values of the stanza are shared that the spec does not have
 */
function missing(
  { review, leaks }: SanitizedReview,
  withheld: string | undefined,
  options: MakeOptions,
  bringsNew: boolean,
): string[] {
  const wanted: string[] = [];
  if (withheld !== undefined) wanted.push(`No capture is made of this stanza: ${withheld}.`);
  if (leaks.length > 0) {
    wanted.push(
      'The sanitized stanza may still contain personal data, so no capture is made of it. Report this bug without the log.',
    );
  }
  if (review.stanza === undefined) {
    wanted.push(
      `No stanza of the spec has the tag ${clipValue(review.tag)}. Describe it first: ${WORKBENCH_WAYS.describeStanza}`,
    );
  }
  const { kind, direction } = options;
  if (kind === 'synthetic' && bringsNew) {
    wanted.push(
      'A synthetic stanza is not evidence, so it cannot add a new name or value. Do not share it, or describe it in the spec first.',
    );
  }
  if (review.direction === undefined && direction === undefined) {
    wanted.push('Choose a direction: the log does not show it.');
  }
  return [...missingAnswers(options), ...wanted];
}

/** What is missing or personal in what only the reader can say, as sentences. */
function missingAnswers({ technique, kind, ...rest }: MakeOptions): string[] {
  const leaks = leaksInOptions(rest).map(
    ({ field, kind: leak }) =>
      `${WORKBENCH_WAYS.fields[field]} contains what looks like ${leak}. Use something else.`,
  );
  const isUrl = rest.url === undefined || safeUrl(rest.url) !== undefined;
  return [
    ...leaks,
    ...(technique === undefined ? ['Say where your log comes from.'] : []),
    ...(kind === undefined ? ['Say whether it may be published.'] : []),
    ...(isUrl ? [] : ['Write the address of the page where it was published, with https://.']),
  ];
}
