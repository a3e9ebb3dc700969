import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Corpus } from '../lib/corpus/model/corpus.ts';
import { SOURCE_CHECKS } from '../lib/corpus/model/source-checks.ts';
import { checkSources, pathsToOpen } from '../lib/corpus/sources/checks/check-sources.ts';
import { citationsOfParts } from '../lib/corpus/sources/checks/citations-of-parts.ts';
import { findDrift } from '../lib/corpus/sources/checks/find-drift.ts';
import { renderDrift } from '../lib/corpus/sources/checks/render-drift.ts';
import { renderSourceChecks } from '../lib/corpus/sources/checks/render-source-checks.ts';
import { checkWords, measureChecks } from '../lib/coverage/measure-checks.ts';
import { completeHints } from '../lib/findings/complete-hints.ts';
import type { Level } from '../lib/findings/parts/level.ts';
import { renderJson } from '../lib/findings/render-json.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { sha256 } from '../lib/node/cache/sha256.ts';
import { finishInterrupted, writeTransaction } from '../lib/node/files/write-transaction.ts';
import { fetchCommits } from '../lib/node/git/fetch-commits.ts';
import { findCodes } from '../lib/node/git/find-codes.ts';
import { openClones } from '../lib/node/git/open-clones.ts';
import { COMMAND_WAYS } from '../lib/node/process/command-ways.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { loadSpec } from '../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, type SpecFolder, specFolder } from '../lib/node/spec/spec-folder.ts';
import { runRules } from '../lib/rules/run-rules.ts';
import { sourcesChecked } from '../lib/rules/sources-checked.ts';
import { jsonText } from '../lib/text/json-text.ts';
import { printableLine } from '../lib/text/printable.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { CLONES_OPTION, clonesFolder } from './cli/clones-option.ts';
import { FAIL_ON_OPTION, fails } from './cli/fail-on-option.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run sources -- check|drift|codes --clones DIR [options]',
  summary: `Opens the sources in code. check holds each against the fact that rests on it, at the commit of its flavor, and writes
${SOURCE_CHECKS} into the spec. drift compares each with a newer commit, by the digests of the last check.
codes lists the lines of code that cite a part by its code, such as SIG-01.`,
  options: {
    clones: CLONES_OPTION,
    at: { type: 'string', value: 'REVISION', help: 'drift: the newer commit. Default: HEAD of each clone.' },
    fetch: {
      type: 'boolean',
      help: 'check: fetch the commits that DIR lacks from the repositories of the flavors.',
    },
    spec: SPEC_OPTION,
    format: { type: 'string', choices: ['pretty', 'json'], help: 'The output format.' },
    'fail-on': FAIL_ON_OPTION,
  },
  positionals: ['COMMAND'],
  notes: `Only --fetch reads from the network. What is not in DIR is left as it was.
Exit codes: 0 clean; 1 findings at or above --fail-on, or sources that changed or are gone; 2 usage error.`,
};

/** `npm run sources`: opens the sources in code. */
export async function sources(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const [command] = given.positionals;
  if (command !== 'check' && command !== 'drift' && command !== 'codes') {
    throw new UsageError(`Say what to do: check, drift or codes.\n\n${USAGE.call}`);
  }
  const { clones, at, fetch, format } = given.values;
  if (fetch === true && command !== 'check') {
    throw new UsageError(
      '--fetch is for check: it brings no history, and only what sources name. Clone the repositories.',
    );
  }
  const folder = clonesFolder(clones, io, { orFetched: fetch === true });
  if (fetch === true) await mkdir(folder, { recursive: true });
  const spec = specFolder(given.values['spec'], io);
  await finishInterrupted(spec.root);
  const repairs = command === 'check' ? 'file/broken-checks' : undefined;
  const corpus = await loadSpec(spec, io, { repairs });
  if (corpus === undefined) return 1;
  const from = { folder, isJson: format === 'json' };
  if (command === 'codes') return codes(corpus, from, io);
  return command === 'check'
    ? check(
        corpus,
        spec,
        { ...from, isFetching: fetch === true, failOn: given.values['fail-on'] as Level },
        io,
      )
    : drift(corpus, { ...from, revision: typeof at === 'string' ? at : 'HEAD' }, io);
}

/** Where the code is opened, and how the result is printed. */
interface From {
  readonly folder: string;
  readonly isJson: boolean;
}

async function check(
  before: Corpus,
  { root }: SpecFolder,
  { folder, isFetching, isJson, failOn }: From & { readonly isFetching: boolean; readonly failOn: Level },
  io: Io,
): Promise<ExitCode> {
  let { opened } = await openClones(before, folder);
  if (isFetching) {
    const missing = [...pathsToOpen(before).keys()].filter((flavor) => !opened.has(flavor));
    for (const problem of await fetchCommits(before, folder, missing)) io.err(`${printableLine(problem)}\n`);
    ({ opened } = await openClones(before, folder));
  }
  const sourceChecks = checkSources(before, opened, { sha256 });
  const partCitations = citationsOfParts(before, await findCodes(before, folder));
  const corpus = { ...before, sourceChecks, partCitations };
  const file = {
    path: join(root, SOURCE_CHECKS),
    text: renderSourceChecks(corpus),
    fresh: false,
  };
  await writeTransaction(root, [file]);
  const findings = completeHints(runRules(corpus, [sourcesChecked]), COMMAND_WAYS);
  const ok = !fails(findings, failOn);
  const texts = new Map<string, string>();
  if (!isJson) {
    for (const { source } of Object.values(corpus.definitions).flatMap((all) => [...all.values()])) {
      if (findings.some((one) => one.file === source.file)) {
        texts.set(source.file, await readFile(resolve(io.cwd, source.file), 'utf8').catch(() => ''));
      }
    }
  }
  io.out(isJson ? renderJson(findings, {}, ok) : renderPretty(findings, prettyOptions(texts, io)));
  const counts = measureChecks(corpus);
  if (counts !== undefined) io.err(`${checkWords(counts)}.\n`);
  return ok ? 0 : 1;
}

async function codes(corpus: Corpus, { folder, isJson }: From, io: Io): Promise<ExitCode> {
  const { citations: cited } = await findCodes(corpus, folder);
  const lines = cited.map(({ code, part, place, text }) =>
    printableLine(`${code} (${part})  ${place}  ${text}`),
  );
  const data = cited.map(({ code, part, place, url, text }) => ({ code, part, place, url, text }));
  io.out(isJson ? jsonText({ citations: data }) : lines.map((line) => `${line}\n`).join(''));
  if (cited.length === 0) io.err('No code in the clones cites a part.\n');
  return 0;
}

async function drift(
  corpus: Corpus,
  { folder, isJson, revision }: From & { readonly revision: string },
  io: Io,
): Promise<ExitCode> {
  if (corpus.sourceChecks === undefined) {
    throw new UsageError(`There is no ${SOURCE_CHECKS} in the spec. Run npm run sources -- check first.`);
  }
  const { opened, commits } = await openClones(corpus, folder, { revision });
  if (opened.size === 0 && pathsToOpen(corpus).size > 0) {
    throw new UsageError(
      `No flavor could be opened at ${printableLine(revision)}: no clone has it, or it does not continue the commit of its flavor. Clone the repositories into --clones, or name with --at a newer revision that they have.`,
    );
  }
  const all = findDrift(corpus, opened, { sha256 });
  io.out(
    isJson ? jsonText({ commits: Object.fromEntries(commits), sources: all }) : renderDrift(all, commits),
  );
  return all.some((one) => one.drift === 'changed' || one.drift === 'gone') ? 1 : 0;
}

if (import.meta.main) await runCommand(sources);
