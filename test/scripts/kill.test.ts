import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../bench/corpus/seeded-random.ts';
import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import { captureFormFields } from '../../lib/issue-form/capture-form.ts';
import { asideOf, makeScratchFolder, removeLeftOvers } from '../../lib/node/files/make-scratch-folder.ts';
import { swapFolder } from '../../lib/node/files/swap-folder.ts';
import { writeTransaction } from '../../lib/node/files/write-transaction.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { compareText } from '../../lib/text/compare-text.ts';
import { capture as captureMain } from '../../scripts/capture.ts';
import { type Command, guarded } from '../../scripts/cli/run-command.ts';
import { formToCapture as formToCaptureMain } from '../../scripts/form-to-capture.ts';
import { forms as formsMain } from '../../scripts/forms.ts';
import { generate as generateMain } from '../../scripts/generate.ts';
import { newEntry as newMain } from '../../scripts/new-entry.ts';
import { release as releaseMain } from '../../scripts/release.ts';
import { changesSoFar } from '../helpers/kill/kill-at-change.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { THOROUGH } from '../helpers/thorough.ts';

const WRITES = fileURLToPath(new URL('../helpers/kill/writes.ts', import.meta.url));
const random = seededRandom(8);

const begin = (script: string, args: readonly string[], cwd: string): ChildProcess =>
  spawn(process.execPath, [script, ...args], { cwd, stdio: 'ignore' });
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', resolve);
  });
/** Ends a process in the middle of whatever it does. */
async function killAfter(child: ChildProcess, ms: number): Promise<void> {
  await pause(ms);
  child.kill('SIGKILL');
  await ended(child);
}
const START = `0\n${'x'.repeat(50_000)}\n`;
const countIn = async (path: string): Promise<number> => {
  const [count = '', ...rest] = (await readFile(path, 'utf8')).split('\n');
  assert.match(count, /^\d+$/);
  assert.deepEqual(rest, ['x'.repeat(50_000), '']);
  return Number(count);
};

test('a process killed while it writes leaves complete files, and the next one removes its temporary files', async (t) => {
  const root = await tempFolder(t, { 'a.txt': START, 'b.txt': START });
  let wrote = 0;
  for (let round = 0; round < (THOROUGH ? 12 : 3); round += 1) {
    const child = begin(WRITES, [root, '100000'], root);
    // It must have begun, or there is nothing to interrupt.
    for (const before = await countIn(join(root, 'a.txt')); (await countIn(join(root, 'a.txt'))) === before; )
      await pause(5);
    await killAfter(child, random.int(0, 40));
    const [a, b] = [await countIn(join(root, 'a.txt')), await countIn(join(root, 'b.txt'))];
    assert.ok(Math.abs(a - b) <= 1, `${a} and ${b}`);
    await writeTransaction(root, [{ path: join(root, `c${round}.txt`), text: 'c', fresh: true }]);
    // What was begun is finished: both or none.
    assert.equal(await countIn(join(root, 'a.txt')), await countIn(join(root, 'b.txt')));
    const names = (await readdir(root)).filter((name) => !/^[abc]\d*\.txt$/.test(name));
    assert.deepEqual(names, [], `round ${round}`);
    wrote = a;
  }
  assert.ok(wrote > 0);
});

test('of two concurrent writers none loses its changes', async (t) => {
  const root = await tempFolder(t, { 'a.txt': START, 'b.txt': START });
  const codes = await Promise.all([1, 2, 3].map(() => ended(begin(WRITES, [root, '40'], root))));
  assert.deepEqual(codes, [0, 0, 0]);
  assert.equal(await countIn(join(root, 'a.txt')), 120);
  assert.equal(await countIn(join(root, 'b.txt')), 120);
  assert.deepEqual((await readdir(root)).sort(), ['a.txt', 'b.txt']);
});

const SCRIPT = (name: string): string => join(PROJECT_ROOT, `scripts/${name}.ts`);

/** A command that edits files, and the folder that it is called in. */
interface Editing {
  readonly name: string;
  readonly main: Command;
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** A file that it makes or changes. */
  readonly makes: string;
}

const PING = minimalStanza(
  'ping',
  `attributes:\n  - { name: a, type: int, confidence: unknown, description: One. }\n`,
);
const SPEC = { 'spec/spec.yaml': "title: A spec\nversion: '1.0.0'\n", 'spec/stanzas/ping.yaml': PING };
const FORM = 'name: x\nbody:\n  # generated: definition\n  # end\n';
const ANSWERS: Readonly<Record<string, string>> = {
  technique: 'websocket-capture',
  client: 'I do not know',
  observer: 'I do not know',
  direction: 'outgoing',
  kind: 'captured',
  capture: '```text\n<ping a="1"/>\n```',
  sure: '- [X] sanitized\n- [X] published',
};
const ISSUE = captureFormFields(loadCorpus(memoryFiles({ 'stanzas/ping.yaml': PING })).corpus).map(
  ({ id, label }) => `### ${label}\n\n${ANSWERS[id] ?? '_No response_'}`,
);
const DRAFT =
  'draft log.txt --technique websocket-capture --direction outgoing --kind captured --id one --apply';
const EDITING: readonly Editing[] = [
  {
    name: 'new-entry',
    main: newMain,
    args: ['enum', 'colors'],
    files: SPEC,
    makes: 'spec/enums/colors.yaml',
  },
  {
    name: 'new-entry',
    main: newMain,
    args: ['spec', 'other'],
    files: {},
    makes: 'other/schema/enum.schema.json',
  },
  {
    name: 'capture',
    main: captureMain,
    args: DRAFT.split(' '),
    files: { ...SPEC, 'log.txt': '<ping a="1"/>\n' },
    makes: 'spec/captures/one.yaml',
  },
  {
    name: 'form-to-capture',
    main: formToCaptureMain,
    args: ['--event', 'event.json'],
    files: {
      ...SPEC,
      'event.json': JSON.stringify({
        issue: {
          number: 12,
          user: { login: 'alice' },
          body: ISSUE.join('\n\n'),
        },
      }),
    },
    makes: 'spec/contributors/alice.yaml',
  },
  {
    name: 'release',
    main: releaseMain,
    args: ['0.2.0', '--date', '2026-01-31'],
    files: { ...SPEC, 'package.json': '{ "version": "0.1.0" }\n', 'CHANGELOG.md': '# Changelog\n' },
    makes: 'spec/releases/0.2.0.json',
  },
  {
    name: 'generate',
    main: generateMain,
    args: [],
    files: {
      'spec/schema/one.schema.json': '{ "title": "One", "type": "object", "properties": {} }',
      'lib/schema/types.generated.ts': '// Old.\n',
    },
    makes: 'lib/schema/types.generated.ts',
  },
  {
    name: 'forms',
    main: formsMain,
    args: [],
    files: { ...SPEC, '.github/ISSUE_TEMPLATE/a.yml': FORM, '.github/ISSUE_TEMPLATE/b.yml': FORM },
    makes: '.github/ISSUE_TEMPLATE/b.yml',
  },
];

const KILL_AT = new URL('../helpers/kill/kill-at-change.ts', import.meta.url).href;
/** How often each command is killed, at random changes that it makes. */
const KILLS = THOROUGH ? 6 : 1;

for (const { name, main, args, files, makes } of EDITING) {
  const call = `${name} ${args.slice(0, 2).join(' ')}`.trimEnd();
  test(`${call}, killed at any change of a file, leaves each file old or new, and completes when run again`, async (t) => {
    const whole = await tempFolder(t, files);
    const before = await contents(whole);
    const start = changesSoFar();
    const io = testIo({ cwd: whole });
    assert.equal(await guarded(main, args, io), 0, io.stdout() + io.stderr());
    const changes = changesSoFar() - start;
    const after = await contents(whole);
    assert.notEqual(after.get(makes), before.get(makes), `${makes} is neither made nor changed`);

    const left = Array.from({ length: changes }, (_, i) => i + 1);
    const kills = Math.min(changes, KILLS);
    const moments = Array.from({ length: kills }, () => left.splice(random.int(0, left.length - 1), 1)[0]);
    for (const moment of moments) {
      const root = await tempFolder(t, files);
      const child = spawn(process.execPath, ['--import', KILL_AT, SCRIPT(name), ...args], {
        cwd: root,
        stdio: 'ignore',
        env: { ...process.env, KILL_AT: String(moment) },
      });
      await ended(child);
      assert.equal(child.signalCode, 'SIGKILL', `it was not killed at change ${moment}`);
      for (const [path, text] of await contents(root)) {
        const isWhole = text === before.get(path) || text === after.get(path);
        assert.ok(isWhole, `${path} is torn at change ${moment}`);
      }
      // It may say that everything is there already.
      await guarded(main, args, testIo({ cwd: root }));
      assert.deepEqual(await contents(root, true), after, `after change ${moment}`);
    }
  });
}

/** Every file below a folder that a reader would see; on demand also what only writers see. */
async function contents(root: string, everything = false): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    if (!everything && /\.tmp$|^\.writing/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(root.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return new Map([...found].sort(([a], [b]) => compareText(a, b)));
}

test('a build that is killed or runs out of space leaves the published folder intact, and the next one cleans up', async (t) => {
  const root = join(await tempFolder(t, { 'ä b/spec/stanzas/ping.yaml': PING }), 'ä b');
  const dist = join(root, 'dist');
  const count = join(root, '..', 'count');
  const build = (env: Readonly<Record<string, string>>): ChildProcess =>
    spawn(process.execPath, ['--import', KILL_AT, SCRIPT('build')], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, ...env },
    });
  // Two at once, from one checkout and to one folder.
  const both = [build({ COUNT_TO: count }), build({})].map(ended);
  assert.deepEqual(await Promise.all(both), [0, 0]);
  const changes = Number(await readFile(count, 'utf8'));
  const before = await contents(dist);
  // Nearly every file is one of the changes at which it can be killed.
  assert.ok(before.size > 20 && changes > 0.9 * before.size, `${before.size} files, ${changes} changes`);
  // Something is different, or there would be nothing to build.
  const stanza = join(root, 'spec/stanzas/ping.yaml');
  await writeFile(stanza, PING.replace('One.', 'Another one.'));
  for (let round = 0; round < (THOROUGH ? 2 : 1); round += 1) {
    const child = build({ KILL_AT: String(random.int(1, Math.floor(changes * 0.9))) });
    await ended(child);
    assert.equal(child.signalCode, 'SIGKILL');
    assert.deepEqual(await contents(dist), before);
  }
  // Windows has no limits of a shell.
  if (process.platform !== 'win32') {
    // Room for what Astro writes into this project, and not for the code of the pages.
    const call = ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, SCRIPT('build')];
    const full = spawn('sh', call, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    const said = (await full.stderr.setEncoding('utf8').toArray()).join('');
    assert.equal(await ended(full), 2);
    assert.match(said, /^Cannot write .*: .*Raise the limit .* \(EFBIG\)$/m);
    assert.doesNotMatch(said, /^ +at /m);
    assert.deepEqual(await contents(dist), before);
  }

  await writeFile(stanza, PING);
  assert.equal(await ended(build({})), 0);
  assert.deepEqual((await readdir(root)).sort(), ['dist', 'spec']);
  assert.deepEqual(await contents(dist), before);
});

test('a folder that a killed process had moved away is restored', async (t) => {
  const root = await tempFolder(t, { 'dist/index.html': 'old' });
  const dist = join(root, 'dist');
  const child = begin(WRITES, [root, '0'], root);
  await ended(child);
  const scratch = `${dist}.tmp-${child.pid}-abcdef`;
  await mkdir(scratch);
  await rename(dist, asideOf(scratch));
  await removeLeftOvers(dist);
  assert.deepEqual(await readdir(root), ['dist']);
  assert.equal(await readFile(join(dist, 'index.html'), 'utf8'), 'old');
  // What belongs to a process that runs stays.
  const running = await makeScratchFolder(dist);
  await removeLeftOvers(dist);
  assert.deepEqual((await readdir(root)).length, 2);
  await writeFile(join(running, 'index.html'), 'new');
  await swapFolder(running, dist);
  assert.deepEqual(await readdir(root), ['dist']);
  assert.equal(await readFile(join(dist, 'index.html'), 'utf8'), 'new');
});
