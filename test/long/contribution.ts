import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { markdownBlocks } from '../../site/model/text/markdown-blocks.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { HAND_EDITS, type HandEdit } from '../helpers/hand-edits.ts';

const CODE = markdownBlocks(
  await readFile(join(PROJECT_ROOT, 'CONTRIBUTING.md'), 'utf8'),
  undefined,
  (path) => path,
).flatMap((block) => (block.kind === 'code' ? [block.text] : []));
const LOG = CODE.find((code) => code.includes('[Client/Recv DEBUG]')) ?? '';
const DRAFT = 'npm run capture -- draft my.log ';
const COMMANDS = CODE.filter((code) => code.startsWith(DRAFT)).map((code) => code.slice(DRAFT.length).trim());
const WHOLE_CALL = await readFile(join(PROJECT_ROOT, 'test/fixtures/whole-call.log'), 'utf8');

// A contributor's copy of the repository, with the frozen spec in place of the live one: whatever has been contributed
// by then, drafting the examples of the guide is new here.
const PARTS = [
  '.github',
  'lib',
  'scripts',
  'site',
  'spec/schema',
  'public',
  'test/helpers',
  'test/spec',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'CONTRIBUTING.md',
];
let copy: string;

before(async () => {
  copy = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
  for (const name of PARTS) await cp(join(PROJECT_ROOT, name), join(copy, name), { recursive: true });
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(copy, 'node_modules'));
  await freshSpec();
  assertFine(await run('scripts/forms.ts'));
});
after(() => rm(copy, { recursive: true, force: true }));

/** Puts the spec back to what it was. */
async function freshSpec(): Promise<void> {
  const spec = join(copy, 'spec');
  for (const name of await readdir(spec)) {
    if (name !== 'schema') await rm(join(spec, name), { recursive: true });
  }
  await cp(FIXTURE, spec, { recursive: true });
}

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Runs a command in the copy, as a contributor does. */
function run(...args: readonly string[]): Promise<Ran> {
  // A test runner that is started inside of a test would do nothing.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: copy, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` }),
    );
  });
}

const assertFine = ({ code, said }: Ran): void => assert.equal(code, 0, said);
const checkSpec = (): Promise<Ran> => run('scripts/check-spec.ts');

/** Writes something in place of each text that a draft leaves to a person. */
async function fillIn(): Promise<void> {
  const names = await readdir(join(copy, 'spec'), { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.yaml'))) {
    const file = join(copy, 'spec', name);
    const text = await readFile(file, 'utf8');
    const filled = text
      .replace(/^( *(?:- )?\w+: )\S.*(?:not known yet|TODO).*$/gm, '$1A part of the call, as its name says.')
      .replace(/^( +)(?:.*not known yet|TODO).*$/gm, '$1A part of the call, as its name says.');
    if (filled !== text) await writeFile(file, filled);
  }
}

/** From a log to a change of the spec that is checked: what the guide has somebody do. */
async function contribute(log: string, options: readonly string[]): Promise<void> {
  await freshSpec();
  await writeFile(join(copy, 'my.log'), log);
  const drafted = await run('scripts/capture.ts', 'draft', 'my.log', ...options, '--apply');
  assertFine(drafted);
  assert.match(drafted.said, /Next: [^\n]*npm run check:spec, commit\.$/m);
  const captures = await readdir(join(copy, 'spec/captures'));
  assert.ok(captures.length > (await readdir(join(FIXTURE, 'captures'))).length, 'a capture was written');
  await fillIn();
  assertFine(await checkSpec());
}

test('the guide has the commands that are tested here', () => {
  assert.ok(COMMANDS.length >= 2, CODE.join('\n'));
  assert.ok(CODE.some((code) => code.includes('npm run check:spec')));
});

const CAPTURED = ['--technique', 'baileys-instrumentation', '--kind', 'captured'];
const GUIDE: readonly (readonly [string, string, readonly string[]])[] = [
  // Where the command shares a name, the log has it.
  ...COMMANDS.map((command) => {
    const name = /--keep-name (\S+)/.exec(command)?.[1];
    const log = name === undefined ? LOG : LOG.replace(' reason=', ` ${name}="1" reason=`);
    return [`draft ${command}`, log, command.split(' ')] as const;
  }),
  ['the example from another kind of log', LOG, CAPTURED],
  [
    'a value that is shared',
    LOG.replace('"timeout"', '"line-cut"'),
    [...CAPTURED, '--keep-value', 'terminate-reasons=line-cut'],
  ],
  ['a whole call', WHOLE_CALL, CAPTURED],
];

for (const [what, log, options] of GUIDE) {
  test(`from a log to a good spec: ${what}`, () => contribute(log, options));
}

async function edit({ file, changes, more }: HandEdit): Promise<void> {
  const path = join(copy, 'spec', file);
  let text = await readFile(path, 'utf8');
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `${file} has: ${from}`);
    text = text.replaceAll(from, to);
  }
  await writeFile(path, text);
  if (more !== undefined) await writeFile(join(copy, 'spec', more.file), more.text);
}

for (const one of HAND_EDITS) {
  test(`a valid change by hand: ${one.what}`, async () => {
    await freshSpec();
    await edit(one);
    assertFine(await checkSpec());
  });
}

test('another definition and value: outdated forms are reported, and valid once updated', async () => {
  await freshSpec();
  for (const one of HAND_EDITS) await edit(one);
  assertFine(await run('scripts/new-entry.ts', 'contributor', 'test-one'));
  assertFine(await run('scripts/new-entry.ts', 'enum', 'test-kinds'));
  await fillIn();
  const stale = await checkSpec();
  assert.equal(stale.code, 1, stale.said);
  assert.match(
    stale.said,
    /fact\.yml is out of date: its options differ from the spec\. Update it: npm run forms/,
  );
  assertFine(await run('scripts/forms.ts'));
  assertFine(await checkSpec());
});

test('removed facts of a seed page, and invalid ones, are reported', async () => {
  await freshSpec();
  const reject = { what: '', file: 'stanzas/call-reject.yaml' };
  await edit({
    ...reject,
    changes: [["observed_values: ['5E6F708192']", "observed_values: ['5E6F708193']"]],
  });
  const lost = await checkSpec();
  assert.equal(lost.code, 1);
  assert.match(lost.said, /call-reject: every fact[\s\S]*5E6F708192/);
  await edit({ ...reject, changes: [['confidence: probable', 'confidence: certain']] });
  const invalid = await checkSpec();
  assert.equal(invalid.code, 1);
  assert.match(invalid.said, /spec\/stanzas\/call-reject\.yaml:\d+:\d+ {2}error/);
});
