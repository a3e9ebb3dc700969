import { mkdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { draft } from '../../../lib/capture/draft/draft.ts';
import type { Draft, DraftOptions } from '../../../lib/capture/draft/entry/draft-options.ts';
import type { ReviewedLog } from '../../../lib/capture/review/review-stanzas.ts';
import type { Loaded } from '../../../lib/corpus/load/load-corpus.ts';
import { compareFindings } from '../../../lib/findings/compare-findings.ts';
import type { Finding } from '../../../lib/findings/finding.ts';
import { renderPretty } from '../../../lib/findings/render-pretty.ts';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';
import { writeTransaction } from '../../../lib/node/files/write-transaction.ts';
import { COMMAND_WAYS } from '../../../lib/node/process/command-ways.ts';
import type { ExitCode, Io } from '../../../lib/node/process/io.ts';
import { prettyOptions } from '../../../lib/node/process/pretty-options.ts';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';
import { UsageError } from '../../../lib/node/process/usage-error.ts';
import { rulesForSpec } from '../../../lib/node/spec/rules-for-spec.ts';
import type { SpecFolder } from '../../../lib/node/spec/spec-folder.ts';
import { runRules } from '../../../lib/rules/run-rules.ts';
import { KINDS } from '../../../lib/schema/kinds.ts';
import { printable } from '../../../lib/text/printable.ts';
import type { Arguments } from '../../cli/arguments.ts';
import { unifiedDiff } from '../../cli/unified-diff.ts';
import { numbered } from '../first-of.ts';
import { reportProblems } from '../report-problems.ts';
import { chooseCall } from './choose-call.ts';
import { describeDraft, draftJson } from './describe-draft.ts';

/** Whether `capture draft` writes files. */
export const willApply = ({ values }: Arguments): boolean =>
  values['apply'] === true && values['dry-run'] !== true;

/**
 * `capture draft`: the captures and the edits of the spec, shown as a diff or written.
 * @throws UsageError for an option that looks personal, and if the call that is meant is not clear
 */
export async function runDraft(
  log: ReviewedLog,
  name: string,
  options: DraftOptions,
  spec: Loaded,
  folder: SpecFolder,
  given: Arguments,
  io: Io,
): Promise<ExitCode> {
  const complete = reportProblems(log, name, given, io) || given.values['partial'] === true;
  if (log.leaks.length > 0) return 1;
  const pick = chooseCall(log, given);
  const drafted = draft(log, folder.files, { ...options, pick }, COMMAND_WAYS);
  const personal = drafted.left.find(({ code }) => code === 'personal-option');
  if (personal !== undefined) throw new UsageError(`${personal.reason}. Use another value.`);
  const fresh = await newFindings(spec, drafted.after, folder);
  const errors = fresh.filter(({ level }) => level === 'error').length;
  const ok = drafted.captures.length > 0 && errors === 0;
  if (given.values['format'] === 'json') {
    io.out(`${JSON.stringify(draftJson(drafted, log, ok && complete), undefined, 2)}\n`);
  } else if (!willApply(given) || !ok || !complete) {
    const diffs = drafted.files.map(({ path, before, after }) =>
      unifiedDiff(posix.join(folder.files.name, path), before, after),
    );
    io.out(printable(diffs.join('')));
  }
  io.err(describeDraft(drafted, log, pick, given));
  reportFindings(fresh, drafted, io);
  const stop = reasonToStop(drafted, errors, complete);
  if (stop !== undefined) {
    io.err(`\nNothing was written: ${stop}\n`);
    return 1;
  }
  if (!willApply(given)) {
    io.err('\nNothing was written yet. Read the diff, then run this again with --apply.\n');
    return 0;
  }
  await write(drafted, folder, given, io);
  return 0;
}

/** The findings that the drafted files bring, in the order of a report. */
async function newFindings(before: Loaded, after: Loaded, { files }: SpecFolder): Promise<Finding[]> {
  const rules = await rulesForSpec(files);
  const findingsOf = ({ findings, corpus }: Loaded): Finding[] => [...findings, ...runRules(corpus, rules)];
  const found = findingsOf(after);
  // A clean spec needs no second look.
  if (found.length === 0) return [];
  const key = ({ code, file, path, message }: Finding): string => [code, file, path, message].join('\n');
  const known = new Set(findingsOf(before).map(key));
  return found.filter((one) => !known.has(key(one))).sort(compareFindings);
}

// A drafted entry says itself that it has to be filled in, and a draft says what could be raised; a finding for each
// would drown the others.
function reportFindings(all: readonly Finding[], { after }: Draft, io: Io): void {
  const fresh = all.filter(({ code }) => code !== 'evidence/too-low');
  const reported = fresh.filter(({ code }) => code !== 'text/placeholder');
  if (reported.length > 0) io.err(`\n${renderPretty(reported, prettyOptions(after.texts, io))}`);
  const open = fresh.length - reported.length;
  if (open > 0) {
    io.err(
      `\n${open} drafted ${open === 1 ? 'text has' : 'texts have'} to be filled in: search for “not known yet”.\n`,
    );
  }
}

function reasonToStop({ captures }: Draft, errors: number, complete: boolean): string | undefined {
  if (errors > 0) return 'the spec would not be valid. Fix the findings above.';
  if (captures.length === 0) {
    return 'no capture can be made from any stanza. The reasons are listed above.';
  }
  return complete
    ? undefined
    : 'the log has the problems above. Fix it, or add --partial to use the stanzas that could be read.';
}

async function write(drafted: Draft, { root, files }: SpecFolder, given: Arguments, io: Io): Promise<void> {
  await mkdir(join(root, KINDS.capture.at.folders[0]), { recursive: true });
  await writeTransaction(
    root,
    drafted.files.map(({ path, before, after: text }) => ({
      path: join(root, path),
      text,
      fresh: before === undefined,
      ...(before === undefined ? {} : { before }),
    })),
  );
  if (given.values['format'] !== 'json') {
    const shown = dirname(root) === io.cwd ? files.name : root;
    io.out(drafted.files.map(({ path }) => `${withSlashes(join(shown, path))}\n`).join(''));
  }
  // check:spec also tests what only this repository's own spec promises.
  const next = root === join(PROJECT_ROOT, 'spec') ? 'npm run check:spec' : 'npm run validate';
  io.err(
    `\nWrote ${numbered(drafted.files.length, 'file')}. Next: replace each “not known yet”, run ${next}, commit.\n`,
  );
}
