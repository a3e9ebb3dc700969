import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../bench/seeded-random.ts';
import { PROJECT } from '../../scripts/shared/build-site.ts';
import { replaceFolder } from '../../scripts/shared/replace-folder.ts';
import { asideOf, makeScratch, removeLeftOvers } from '../../scripts/shared/scratch-folder.ts';
import { writeAll } from '../../scripts/shared/write-all.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';

const WRITES = fileURLToPath(new URL('../helpers/writes.ts', import.meta.url));
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

test('a process that is killed while it writes leaves whole files, and nothing that the next one does not take away', async (t) => {
  const root = await tempFolder(t, { 'a.txt': START, 'b.txt': START });
  let wrote = 0;
  for (let round = 0; round < 12; round += 1) {
    const child = begin(WRITES, [root, '100000'], root);
    // It must have begun, or there is nothing to interrupt.
    for (const before = await countIn(join(root, 'a.txt')); (await countIn(join(root, 'a.txt'))) === before; )
      await pause(5);
    await killAfter(child, random.int(0, 40));
    const [a, b] = [await countIn(join(root, 'a.txt')), await countIn(join(root, 'b.txt'))];
    assert.ok(Math.abs(a - b) <= 1, `${a} and ${b}`);
    await writeAll(root, [{ path: join(root, `c${round}.txt`), text: 'c', fresh: true }]);
    // What was begun is finished: both or none.
    assert.equal(await countIn(join(root, 'a.txt')), await countIn(join(root, 'b.txt')));
    const names = (await readdir(root)).filter((name) => !/^[abc]\d*\.txt$/.test(name));
    assert.deepEqual(names, [], `round ${round}`);
    wrote = a;
  }
  assert.ok(wrote > 0);
});

test('of two that write at once none loses what it wrote', async (t) => {
  const root = await tempFolder(t, { 'a.txt': START, 'b.txt': START });
  const codes = await Promise.all([1, 2, 3].map(() => ended(begin(WRITES, [root, '40'], root))));
  assert.deepEqual(codes, [0, 0, 0]);
  assert.equal(await countIn(join(root, 'a.txt')), 120);
  assert.equal(await countIn(join(root, 'b.txt')), 120);
  assert.deepEqual((await readdir(root)).sort(), ['a.txt', 'b.txt']);
});

const SCRIPT = (name: string): string => join(PROJECT, `scripts/${name}.ts`);

test('a command that is killed leaves the spec as it was or as it should be', async (t) => {
  const stanza = minimalStanza(
    'ping',
    `attributes:\n  - { name: a, type: int, confidence: unknown, description: One. }\n`,
  );
  const capture = '<ping a="1"/>\n';
  const root = await tempFolder(t, {
    'spec/spec.yaml': "title: A spec\nversion: '1.0.0'\n",
    'spec/stanzas/ping.yaml': stanza,
    'log.txt': capture,
  });
  const spec = join(root, 'spec');
  const draft = [
    'draft',
    'log.txt',
    '--technique',
    'websocket-capture',
    '--direction',
    'outgoing',
    '--kind',
    'captured',
    '--id',
    'one',
    '--apply',
  ];
  const commands: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['new', ['enum', 'colors'], /^enums\/colors\.yaml$/],
    ['capture', draft, /^captures\/one\.yaml$/],
    ['release', ['1.0.0', '--date', '2026-01-31'], /^releases\//],
  ];
  for (const [name, args, makes] of commands) {
    const before = await contents(spec);
    const whole = begin(SCRIPT(name), args, root);
    const start = performance.now();
    assert.equal(await ended(whole), 0, name);
    const took = performance.now() - start;
    const after = await contents(spec);
    assert.ok(
      [...after.keys()].some((path) => makes.test(path)),
      name,
    );
    for (let round = 0; round < 2; round += 1) {
      await restore(spec, before);
      await rm(join(root, 'CHANGELOG.md'), { force: true });
      await killAfter(begin(SCRIPT(name), args, root), took * (0.6 + 0.2 * random.int(0, 2)));
      for (const [path, text] of await contents(spec)) {
        assert.ok(text === before.get(path) || text === after.get(path), `${name}: ${path} is torn`);
      }
    }
    await restore(spec, after);
  }
  assert.equal(await ended(begin(SCRIPT('new'), ['enum', 'shapes'], root)), 0);
  const strays = (await readdir(root, { recursive: true })).filter((path) => /\.tmp$|\.writing/.test(path));
  assert.deepEqual(strays, []);
});

/** Every file below a folder that a reader of the spec would see. */
async function contents(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.tmp$|^\.writing/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(root.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8'));
  }
  return found;
}

async function restore(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const path of (await contents(root)).keys()) if (!files.has(path)) await rm(join(root, path));
  for (const [path, text] of files) await writeFile(join(root, path), text);
}

test('where nothing can be written a command says so, and leaves nothing behind', async (t) => {
  const root = await tempFolder(t, {
    'spec/spec.yaml': "title: A spec\nversion: '1.0.0'\n",
    'spec/stanzas/ping.yaml': minimalStanza('ping'),
  });
  const before = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  for (const [name, ...args] of [
    ['new', 'stanza', 'pong'],
    ['release', '1.0.0'],
  ] as const) {
    // No file may have a byte: what a full disk is like.
    const child = spawn(
      'sh',
      ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, SCRIPT(name), ...args],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const said = (await child.stderr.setEncoding('utf8').toArray()).join('');
    assert.equal(await ended(child), 2, said);
    assert.match(said, /^Cannot write .*: .*Raise the limit .* \(EFBIG\)\n$/);
  }
  const after = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  assert.deepEqual(after.map(({ name }) => name).sort(), before.map(({ name }) => name).sort());
});

test('a build that is killed leaves the published folder whole, and the next one clears up', async (t) => {
  const root = join(await tempFolder(t, { 'ä b/spec/stanzas/ping.yaml': minimalStanza('ping') }), 'ä b');
  const dist = join(root, 'dist');
  const start = performance.now();
  // Two at once, from one checkout and to one folder.
  const both = [1, 2].map(() => ended(begin(SCRIPT('build'), [], root)));
  assert.deepEqual(await Promise.all(both), [0, 0]);
  const took = performance.now() - start;
  const before = await contents(dist);
  assert.ok(before.size > 20);
  for (let round = 0; round < 3; round += 1) {
    await killAfter(begin(SCRIPT('build'), [], root), (took * random.int(10, 90)) / 100);
    assert.deepEqual(await contents(dist), before);
  }
  assert.equal(await ended(begin(SCRIPT('build'), [], root)), 0);
  assert.deepEqual((await readdir(root)).sort(), ['dist', 'spec']);
  assert.deepEqual(await contents(dist), before);
});

test('a folder that was set aside by a process that was killed comes back', async (t) => {
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
  const running = await makeScratch(dist);
  await removeLeftOvers(dist);
  assert.deepEqual((await readdir(root)).length, 2);
  await writeFile(join(running, 'index.html'), 'new');
  await replaceFolder(running, dist);
  assert.deepEqual(await readdir(root), ['dist']);
  assert.equal(await readFile(join(dist, 'index.html'), 'utf8'), 'new');
});
