import { captureEntry } from '../../../../lib/capture/draft/capture-entry.ts';
import { captureYaml } from '../../../../lib/capture/draft/capture-yaml.ts';
import type { DraftOptions } from '../../../../lib/capture/draft/draft-options.ts';
import { captureEvidence } from '../../../../lib/capture/draft/entry-skeleton.ts';
import { leaksInOptions, type OptionName } from '../../../../lib/capture/draft/leaks-in-options.ts';
import { planCaptures } from '../../../../lib/capture/draft/plan-captures.ts';
import { findLeaksInNode } from '../../../../lib/capture/leaks/find-leaks.ts';
import { listedBytes } from '../../../../lib/capture/lookup/listed-bytes.ts';
import type { Standing } from '../../../../lib/capture/review/sanitize-each.ts';
import { printShared, type SharedNames } from '../../../../lib/capture/share/shared-names.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { newFileInSpec } from '../../../../lib/schema/file-in-spec.ts';
import { clip } from '../messages/clip.ts';
import type { Made, MakeOptions } from '../messages/messages.ts';
import { entriesOf, valueEntry } from './entries.ts';
import { holdsName } from './holds-name.ts';
import { wrongWith } from './wrong.ts';

/** What a capture is held against. */
interface Spec {
  readonly corpus: Corpus;
  /** The spec with the values that are shared. */
  readonly known: Corpus;
  /** The captures of the spec that count beside one of a kind, see capturesByKey. */
  readonly capturesOf: (kind: DraftOptions['kind']) => ReadonlyMap<string, string>;
  /** Where the validator of captures stands. */
  readonly validator: string;
}

/** How the page calls what an option of the command says. */
const FIELDS: Readonly<Record<OptionName, string>> = {
  id: 'The id',
  title: '“What it shows”',
  contributor: '“Contributor”',
  'captured-at': '“Day”',
  issue: 'The issue',
  tool: '“Tool”',
};

/**
 * Makes a capture of a stanza of a log, with the entries that the spec needs beside it.
 * @param index which of the stanzas
 * @param stanzas all of the log
 * @param options what the reader says of it
 * @returns the capture, or as sentences what stands in its way
 * @throws Error where the validator cannot be fetched
 */
export async function madeOf(
  index: number,
  stanzas: readonly Standing[],
  options: MakeOptions,
  { keepNames, keepValues }: SharedNames,
  { corpus, known, capturesOf, validator }: Spec,
): Promise<Made> {
  const { technique, kind, direction: said, ...rest } = options;
  const { clean, reason } = stanzas[index] ?? {};
  if (clean === undefined) return { wanted: ['There is no such stanza.'] };
  const { review } = clean;
  const wanted = leaksInOptions(rest).map(
    ({ option, kind: leak }) => `${FIELDS[option]} holds what looks like ${leak}. Write something else.`,
  );
  if (reason !== undefined) {
    wanted.push(`No capture is made of this stanza: ${reason}.`);
  }
  if (findLeaksInNode(clean.stanza.root, listedBytes(known)).length > 0) {
    wanted.push(
      'After sanitizing something personal may be left, so nothing is made of it. Report this without the log.',
    );
  }
  if (review.stanza === undefined) {
    wanted.push(
      `No stanza of the spec has the tag ${clip(review.tag)}. Describe it first, in a copy of the repository: npm run new -- stanza ID`,
    );
  }
  const shared = new Set(keepNames);
  const values = review.verdicts.map(({ path }) => path).filter((path) => keepValues.includes(path));
  if (kind === 'synthetic' && (values.length > 0 || holdsName(clean.stanza.root, shared))) {
    wanted.push(
      'A synthetic stanza adds nothing to the spec, so it cannot bring a new name or value. Do not share it, or describe it first.',
    );
  }
  if (technique === undefined) wanted.push('Choose how it was captured.');
  if (kind === undefined) wanted.push('Choose what it is.');
  if (review.direction === undefined && said === undefined) {
    wanted.push('The log does not tell the direction: choose it.');
  }
  if (wanted.length > 0 || technique === undefined || kind === undefined) return { wanted };
  const complete = { ...rest, technique, kind, direction: said };
  // Those before it count, too: stanzas of one log get different ids, and always the same ones.
  const plan = planCaptures(stanzas.slice(0, index + 1), corpus, capturesOf(kind), complete)[index];
  if (plan === undefined || 'reason' in plan) {
    return { wanted: [`No capture is made of this stanza: ${plan?.reason}. Choose another one.`] };
  }
  const capture = captureEntry(plan.id, plan.stanza, plan.direction, { ...complete, client: plan.client });
  const yaml = captureYaml(capture);
  const wrong = await wrongWith(capture, yaml, known, keepNames, validator);
  if (wrong.length > 0) return { wanted: wrong };
  const evidence = captureEvidence(capture, known);
  return {
    id: plan.id,
    path: newFileInSpec('capture', plan.id),
    yaml,
    entries: [
      ...entriesOf(review, shared, evidence),
      ...values.flatMap((path) => valueEntry(path, evidence)),
    ],
    fields: {
      technique,
      direction: plan.direction,
      kind,
      capture: capture.raw.body,
      share: printShared({
        keepNames: keepNames.filter((name) => holdsName(plan.stanza.root, new Set([name]))),
        keepValues: values,
      }),
      'captured-at': complete.capturedAt ?? '',
    },
  };
}
