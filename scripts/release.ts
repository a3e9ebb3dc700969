import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleOf } from '../lib/diff/bundle-of.ts';
import { bundleText } from '../lib/diff/bundle-text.ts';
import { withEntry } from '../lib/diff/changelog-entry.ts';
import { compare } from '../lib/diff/compare.ts';
import { impactOf } from '../lib/diff/impact-of.ts';
import { RELEASES, readBundles } from '../lib/diff/read-bundles.ts';
import { DIGESTS } from '../lib/diff/releases-kept.ts';
import { summaryOf } from '../lib/diff/summary-of.ts';
import { versionProblem } from '../lib/diff/version-fits.ts';
import { compareText } from '../lib/findings/compare-text.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { validate } from '../lib/rules/validate.ts';
import { allRules } from './shared/all-rules.ts';
import { readArguments, type Usage } from './shared/arguments.ts';
import { digestOf } from './shared/digest-of.ts';
import { fails } from './shared/fail-on.ts';
import type { ExitCode, Io } from './shared/io.ts';
import { Misuse } from './shared/misuse.ts';
import { prettyOptions } from './shared/pretty-options.ts';
import { runCommand } from './shared/run-command.ts';
import { SPEC_OPTION, specFolder } from './shared/spec-folder.ts';
import { textOrNothing, writeAll } from './shared/write-all.ts';

const USAGE: Usage = {
  call: 'npm run release -- VERSION [options]',
  summary: [
    'Freezes the spec as releases/VERSION.json and writes its entry into CHANGELOG.md beside the folder of the',
    'spec: both or none. A frozen release never changes.',
  ].join('\n'),
  options: {
    spec: SPEC_OPTION,
    date: {
      type: 'string',
      value: 'DAY',
      help: 'The day of the release, as 2026-01-31. Default: today in UTC.',
    },
    'dry-run': { type: 'boolean', help: 'Say what would be released, and write nothing.' },
  },
  positionals: ['VERSION'],
  notes: 'Exit codes: 0 released, 1 the spec has errors, 2 misuse.',
};

/** `npm run release`: freezes the corpus under a version. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const [version] = given.positionals;
  if (version === undefined) throw new Misuse(`Name the version.\n\n${USAGE.call}`);
  const date = dayOf(given.values['date']);
  const { root, files } = specFolder(given.values['spec'], io);

  const releases = readBundles(files);
  const { corpus, findings, texts } = validate(files, await allRules(files));
  if (fails(findings, 'error')) {
    io.err(renderPretty(findings, prettyOptions(texts, io)));
    io.err('Not released: the spec has errors.\n');
    return 1;
  }
  if (corpus.spec.version !== version) {
    throw new Misuse(`spec.yaml says version ${corpus.spec.version}. Write ${version} there first.`);
  }
  const latest = releases.bundles.at(-1);
  if (releases.bundles.some((one) => one.version === version)) {
    throw new Misuse(`${version} was released already; a frozen release never changes.`);
  }
  const bundle = bundleOf(corpus, { version, date });
  const empty = { ...bundle, facts: [], definitions: [], questions: [], ledger: [], tombstones: [] };
  const changes = compare(latest ?? empty, bundle);
  const impact = impactOf(changes);
  const problem = versionProblem(latest?.version, version, impact);
  if (problem !== undefined) throw new Misuse(`${version} does not fit: ${problem}.`);

  const told = `${version}: ${summaryOf(changes)}. Impact: ${impact}.\n`;
  if (given.values['dry-run'] === true) {
    io.out(told);
    return 0;
  }
  const text = bundleText(bundle);
  const folder = join(root, RELEASES);
  const changelog = resolve(root, '..', 'CHANGELOG.md');
  const [digests, entries] = [await textOrNothing(join(folder, DIGESTS)), await textOrNothing(changelog)];
  await mkdir(folder, { recursive: true });
  await writeAll(root, [
    { path: join(folder, `${version}.json`), text, fresh: true },
    { path: join(folder, DIGESTS), text: digestsWith(digests, version, text), fresh: false, before: digests },
    {
      path: changelog,
      text: withEntry(entries, { version, date, changes }),
      fresh: false,
      before: entries,
    },
  ]);
  io.out(told);
  io.err(`Wrote ${join(folder, `${version}.json`)} and its entry in ${changelog}.\n`);
  return 0;
}

function dayOf(option: string | boolean | undefined): string {
  if (typeof option !== 'string') return new Date().toISOString().slice(0, 10);
  const day = new Date(`${option}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== option) {
    throw new Misuse(`${option} is no day such as 2026-01-31.`);
  }
  return option;
}

function digestsWith(present: string, version: string, text: string): string {
  const digests: Record<string, string> = { ...JSON.parse(present || '{}'), [version]: digestOf(text) };
  const sorted = Object.entries(digests).sort(([a], [b]) => compareText(a, b));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

if (import.meta.main) await runCommand(main);
