import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { printable } from '../lib/text/printable.ts';
import { buildFrom } from './build.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';
import { forms } from './forms.ts';
import { generate } from './generate.ts';
import { validate } from './validate.ts';

const USAGE: Usage = {
  call: 'npm run check:spec',
  summary: [
    'Checks a change of spec/ alone: that it is valid without warnings, that generated files are up to date, and',
    'what must hold for its pages and releases.',
  ].join('\n'),
  options: {},
  notes: 'Exit codes: 0 passed, 1 failed, 2 usage error.',
};

const TESTS = join(PROJECT_ROOT, 'test/spec');
/** Kept between runs, so that the next one renders only what has changed. */
const SITE = join(PROJECT_ROOT, '.test-site-spec/dist');

/** `npm run check:spec`: everything that a change of the data can break; code has its own tests. */
export async function checkSpec(args: readonly string[], io: Io): Promise<ExitCode> {
  if (readArguments(USAGE, args, io) === undefined) return 0;
  const here = { ...io, cwd: PROJECT_ROOT, env: { ...io.env, SPEC_DIR: 'spec' } };
  const start = performance.now();
  const valid = await validate(['--fail-on', 'warning'], here);
  // An invalid spec has no pages to test.
  if (valid !== 0) return valid;
  const fresh = [await generate(['--check'], here), await forms(['--check'], here)];
  const failed = await failedTests(await site(here));
  for (const { name, why } of failed) io.err(`${printable(name)}\n${indented(why)}\n`);
  if (failed.length > 0 || fresh.some((code) => code !== 0)) return 1;
  io.err(`All checks passed in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`);
  return 0;
}

interface Failed {
  readonly name: string;
  readonly why: string;
}

/** Builds the site of the spec and returns its folder. */
async function site(io: Io): Promise<string> {
  let said = '';
  const err = (text: string): void => {
    said += text;
  };
  await mkdir(dirname(SITE), { recursive: true });
  const code = await buildFrom(undefined, SITE, { ...io, out: () => {}, err }, { base: '/' });
  if (code !== 0) throw new UsageError(`The site could not be built.\n${said}`);
  return SITE;
}

/** Runs the tests of the data that need no browser, on a built site. */
async function failedTests(built: string): Promise<Failed[]> {
  process.env['LIVE_SITE'] = built;
  const files = readdirSync(TESTS)
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.browser.test.ts'))
    .map((name) => join(TESTS, name));
  const failed: Failed[] = [];
  for await (const { type, data } of run({ files, isolation: 'none' })) {
    if (type !== 'test:fail') continue;
    const { cause, message } = data.details.error as Error & { cause?: unknown };
    failed.push({ name: data.name, why: cause instanceof Error ? cause.message : message });
  }
  return failed;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${printable(line)}`)
    .join('\n');

if (import.meta.main) await runCommand(checkSpec);
