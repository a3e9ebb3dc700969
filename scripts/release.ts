import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { loadCorpus } from '../lib/corpus/load/load-corpus.ts';
import { overlayFiles } from '../lib/corpus/ports/overlay-files.ts';
import { bundleOf } from '../lib/diff/bundle/bundle-of.ts';
import { bundleText } from '../lib/diff/bundle/bundle-text.ts';
import { RELEASES, readBundles } from '../lib/diff/bundle/read-bundles.ts';
import { compare } from '../lib/diff/changes/compare.ts';
import { impactOf } from '../lib/diff/changes/impact-of.ts';
import { summarizeChanges } from '../lib/diff/changes/summarize-changes.ts';
import { withEntry } from '../lib/diff/releases/changelog-entry.ts';
import { versionProblem } from '../lib/diff/releases/version-problem.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { sha256 } from '../lib/node/cache/sha256.ts';
import { finishInterrupted, textOrNothing, writeTransaction } from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { rulesForSpec } from '../lib/node/spec/rules-for-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { DIGESTS } from '../lib/rules/frozen-releases-intact.ts';
import { validateSpec } from '../lib/rules/validate-spec.ts';
import { withLf, withLineEndsOf } from '../lib/source/with-lf.ts';
import { withVersion } from '../lib/source/with-version.ts';
import { clip } from '../lib/text/clip.ts';
import { compareText } from '../lib/text/compare-text.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { fails } from './cli/fail-on-option.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run release -- VERSION [options]',
  summary: [
    'Freezes the spec as releases/VERSION.json and adds an entry to the CHANGELOG.md beside the spec folder. Sets the',
    'version in spec.yaml, and in the package.json beside the folder if that has the previous version of the spec.',
    'Either all files are written or none. A frozen release never changes.',
  ].join('\n'),
  options: {
    spec: SPEC_OPTION,
    date: {
      type: 'string',
      value: 'DAY',
      help: 'The day of the release, such as 2026-01-31. Default: today in UTC.',
    },
    'dry-run': { type: 'boolean', help: 'Print the changes of the release, but write nothing.' },
  },
  positionals: ['VERSION'],
  notes: 'Exit codes: 0 released, 1 the spec has errors, 2 usage error.',
};

/** The file with the version of a spec. */
const SPEC = 'spec.yaml';

/** `npm run release`: freezes the spec as a version. */
export async function release(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const [version] = given.positionals;
  if (version === undefined) throw new UsageError(`The version is missing.\n\n${USAGE.call}`);
  if (!/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new UsageError(`${clip(version)} is not a version. Use one such as 1.2.3.`);
  }
  const date = dayOf(given.values['date']);
  const { root, files } = specFolder(given.values['spec'], io);
  if (given.values['dry-run'] !== true) await finishInterrupted(root);

  const releases = readBundles(files);
  const present = await textOrNothing(join(root, SPEC));
  const text = withVersion(present, version, [['version']]);
  // The spec with its new version, as it will be in the folder: that is frozen.
  const next = overlayFiles(files, new Map(present === '' ? [] : [[SPEC, text]]));
  const { corpus, findings, texts } = validateSpec(next, await rulesForSpec(next, releases));
  if (fails(findings, 'error')) {
    io.err(renderPretty(findings, prettyOptions(texts, io)));
    io.err('Not released: the spec has errors.\n');
    return 1;
  }
  if (corpus.spec.version !== version) {
    throw new UsageError(`spec.yaml has no version to replace. Add \`version: '${version}'\`.`);
  }
  const latest = releases.bundles.at(-1);
  if (releases.bundles.some((one) => one.version === version)) {
    throw new UsageError(
      `${version} is already released, and a frozen release never changes. Choose a higher version.`,
    );
  }
  const bundle = bundleOf(corpus, { version, date });
  const empty = { ...bundle, facts: [], definitions: [], questions: [], ledger: [], tombstones: [] };
  const changes = compare(latest ?? empty, bundle);
  const impact = impactOf(changes);
  const problem = versionProblem(latest?.version, version, impact);
  if (problem !== undefined) throw new UsageError(`${version} cannot be released: ${problem}.`);

  const summary = `${version}: ${summarizeChanges(changes)}. Impact: ${impact}.\n`;
  if (given.values['dry-run'] === true) {
    io.out(summary);
    return 0;
  }
  const frozen = bundleText(bundle);
  const folder = join(root, RELEASES);
  const changelog = resolve(root, '..', 'CHANGELOG.md');
  const [digests, entries] = [await textOrNothing(join(folder, DIGESTS)), await textOrNothing(changelog)];
  const entry = { version, date, changes, site: corpus.spec.site?.replace(/\/*$/, '/') };
  const known = [loadCorpus(files).corpus.spec.version, ...releases.bundles.map((one) => one.version)];
  const followers = await packageFiles(resolve(root, '..'), known, version);
  await mkdir(folder, { recursive: true });
  await writeTransaction(root, [
    { path: join(folder, `${version}.json`), text: frozen, fresh: true },
    {
      path: join(folder, DIGESTS),
      text: digestsWith(digests, version, frozen),
      fresh: false,
      before: digests,
    },
    {
      path: changelog,
      text: withLineEndsOf(entries, withEntry(withLf(entries), entry)),
      fresh: false,
      before: entries,
    },
    ...(text === present ? [] : [{ path: join(root, SPEC), text, fresh: false, before: present }]),
    ...followers,
  ]);
  io.out(summary);
  io.err(`Wrote ${join(folder, `${version}.json`)} and its entry in ${changelog}.\n`);
  return 0;
}

/** The package files around the spec with the new version, if the package had a version of the spec so far. */
async function packageFiles(folder: string, known: readonly string[], version: string) {
  const own = join(folder, 'package.json');
  const text = await textOrNothing(own);
  const present: unknown = text === '' ? undefined : parseDocument(text).get('version');
  if (typeof present !== 'string' || !known.includes(present)) return [];
  const lock = join(folder, 'package-lock.json');
  const locked = await textOrNothing(lock);
  return [
    { path: own, before: text, text: withVersion(text, version, [['version']]) },
    {
      path: lock,
      before: locked,
      text: withVersion(locked, version, [['version'], ['packages', '', 'version']]),
    },
  ]
    .filter((file) => file.text !== file.before)
    .map((file) => ({ ...file, fresh: false }));
}

function dayOf(option: string | boolean | undefined): string {
  if (typeof option !== 'string') return new Date().toISOString().slice(0, 10);
  const day = new Date(`${option}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== option) {
    throw new UsageError(`${option} is not a date such as 2026-01-31.`);
  }
  return option;
}

function digestsWith(present: string, version: string, text: string): string {
  const digests: Record<string, string> = { ...JSON.parse(present || '{}'), [version]: sha256(text) };
  const sorted = Object.entries(digests).sort(([a], [b]) => compareText(a, b));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

if (import.meta.main) await runCommand(release);
