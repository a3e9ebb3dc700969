import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sha256 } from '../../lib/node/cache/sha256.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { release as main } from '../../scripts/release.ts';
import { validate as validateMain } from '../../scripts/validate.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const FACT = 'attributes:\n  - { name: a, type: int, confidence: unknown, description: A. }\n';
const spec = (version: string): string => `title: T\nversion: '${version}'\n`;

const project = (t: TestContext): Promise<string> =>
  tempFolder(t, {
    'spec/spec.yaml': spec('0.1.0'),
    'spec/stanzas/ping.yaml': minimalStanza('ping', FACT),
    'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n- By hand.\n',
  });

async function release(cwd: string, ...args: string[]) {
  const io = testIo({ cwd });
  const code = await guarded(main, ['--date', '2026-01-31', ...args], io);
  return { code, out: io.stdout(), err: io.stderr() };
}

const read = (cwd: string, path: string): Promise<string> => readFile(join(cwd, path), 'utf8');

test('freezes the spec, and writes its digest and its entry', async (t) => {
  const cwd = await project(t);
  const { code, out } = await release(cwd, '0.1.0');
  assert.equal(code, 0);
  assert.match(out, /^0\.1\.0: .*1 fact added/);
  const text = await read(cwd, 'spec/releases/0.1.0.json');
  assert.equal(JSON.parse(text).date, '2026-01-31');
  assert.deepEqual(JSON.parse(await read(cwd, 'spec/releases/digests.json')), { '0.1.0': sha256(text) });
  assert.match(
    await read(cwd, 'CHANGELOG.md'),
    /## Unreleased\n\n## 0\.1\.0 \(2026-01-31\)\n\n- By hand\.\n/,
  );
  assert.deepEqual((await readdir(join(cwd, 'spec/releases'))).sort(), ['0.1.0.json', 'digests.json']);
});

test('refuses a version that exists or does not fit, and lost paths, and writes nothing', async (t) => {
  const cwd = await project(t);
  assert.equal((await release(cwd, '0.1.0')).code, 0);
  const before = await read(cwd, 'CHANGELOG.md');
  const refused = async (version: string, because: RegExp, code = 2): Promise<void> => {
    const result = await release(cwd, version);
    assert.match(result.err, because);
    assert.equal(result.code, code);
  };
  await refused('0.1.0', /is already released/);
  await refused('v9', /v9 is not a version\. Use one such as 1\.2\.3\./);
  await refused('0.1.1', /nothing changed since 0\.1\.0/);
  const more = FACT + FACT.replace('attributes:\n', '').replace('name: a', 'name: b');
  await writeFile(join(cwd, 'spec/stanzas/ping.yaml'), minimalStanza('ping', more));
  await refused('0.1.1', /require a new minor version/);
  await writeFile(join(cwd, 'spec/stanzas/ping.yaml'), minimalStanza('ping'));
  await refused('0.1.1', /path\/lost/, 1);
  assert.equal(await read(cwd, 'CHANGELOG.md'), before);
  assert.deepEqual((await readdir(join(cwd, 'spec/releases'))).sort(), ['0.1.0.json', 'digests.json']);
});

test('writes its version into spec.yaml, and into the package that follows it', async (t) => {
  const commented = (version: string): string =>
    `# Why.\ntitle: T # A name.\nversion: "${version}"   # Of all.\n`;
  const own = (version: string): string =>
    `{\n  "name": "p",\n  "version": "${version}",\n  "private": true\n}\n`;
  const lock = (version: string): string =>
    `{ "version": "${version}", "packages": { "": { "version": "${version}" }, "node_modules/a": { "version": "0.1.0" } } }\n`;
  const cwd = await tempFolder(t, {
    'spec/spec.yaml': commented('0.1.0'),
    'spec/stanzas/ping.yaml': minimalStanza('ping', FACT),
    'package.json': own('0.1.0'),
    'package-lock.json': lock('0.1.0'),
  });
  const { code, err } = await release(cwd, '0.3.0');
  assert.equal(code, 0, err);
  assert.equal(await read(cwd, 'spec/spec.yaml'), commented('0.3.0'));
  assert.equal(await read(cwd, 'package.json'), own('0.3.0'));
  assert.equal(await read(cwd, 'package-lock.json'), lock('0.3.0'));
  assert.equal(JSON.parse(await read(cwd, 'spec/releases/0.3.0.json')).version, '0.3.0');
  // A package that has a version of its own keeps it.
  await writeFile(join(cwd, 'package.json'), own('7.0.0'));
  await writeFile(join(cwd, 'spec/stanzas/pong.yaml'), minimalStanza('pong', FACT));
  assert.equal((await release(cwd, '0.4.0')).code, 0);
  assert.equal(await read(cwd, 'package.json'), own('7.0.0'));
});

test('writes all or nothing', async (t) => {
  const cwd = await project(t);
  // A folder in the place of the changelog's new text: the last of the three cannot be written.
  await mkdir(join(cwd, 'CHANGELOG.md.tmp'));
  const { code } = await release(cwd, '0.1.0');
  assert.equal(code, 2);
  assert.deepEqual(await readdir(join(cwd, 'spec/releases')), []);
  assert.match(await read(cwd, 'CHANGELOG.md'), /Unreleased\n\n- By hand\.\n$/);
});

test('--dry-run writes nothing; a date must be valid', async (t) => {
  const cwd = await project(t);
  const { code, out } = await release(cwd, '0.1.0', '--dry-run');
  assert.equal(code, 0);
  assert.match(out, /Impact: minor/);
  assert.deepEqual((await readdir(join(cwd, 'spec'))).sort(), ['spec.yaml', 'stanzas']);
  assert.equal((await release(cwd, '0.1.0', '--date', '2026-02-30')).code, 2);
  assert.equal((await release(cwd)).code, 2);
});

test('a frozen release that was edited or lost is an error of the spec', async (t) => {
  const cwd = await project(t);
  assert.equal((await release(cwd, '0.1.0')).code, 0);
  const path = join(cwd, 'spec/releases/0.1.0.json');
  const check = async (): Promise<string> => {
    const io = testIo({ cwd });
    assert.equal(await guarded(validateMain, [], io), 1);
    return io.stdout();
  };
  await writeFile(path, (await readFile(path, 'utf8')).replace('"A."', '"B."'));
  assert.match(await check(), /releases\/0\.1\.0\.json:1:1 .*release\/changed/);
  await rm(path);
  assert.match(await check(), /releases\/digests\.json:1:1 .*release\/missing/);
});
