import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadPublication } from '../../../../lib/node/spec/load-publication.ts';
import { specFolder } from '../../../../lib/node/spec/spec-folder.ts';
import { build } from '../../../../scripts/build.ts';
import { buildState, inodeOf, keepBuild } from '../../../../site/integration/build/build-manifest.ts';
import { beginSite } from '../../../../site/integration/build/build-site.ts';
import { minimalStanza, tempFolder } from '../../../helpers/temp-spec.ts';
import { testIo } from '../../../helpers/test-io.ts';

test('a build of what is built already is left out; whatever it depends on brings it back', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const [out, stanza] = [join(root, 'dist'), join(root, 'spec/stanzas/ping.yaml')];
  const run = async (env: Record<string, string> = {}): Promise<{ said: string; page: string }> => {
    const io = testIo({ cwd: root, env });
    assert.equal(await build([], io), 0, io.stderr());
    return { said: io.stderr(), page: await readFile(join(out, 'stanzas/ping/index.html'), 'utf8') };
  };
  const first = await run();
  assert.match(first.said, /wrote \d+ pages/);
  const { ino } = await stat(out);
  const second = await run();
  assert.match(second.said, /Nothing has changed/);
  assert.equal(second.page, first.page);
  assert.equal((await stat(out)).ino, ino, 'the folder was written again');

  await appendFile(stanza, 'notes: A word about it.\n');
  const edited = await run();
  assert.match(edited.page, /A word about it/);
  assert.match((await run()).said, /Nothing has changed/);

  await rm(join(out, 'stanzas/ping.json'));
  assert.match((await run()).said, /wrote/, 'a file of the site is gone');
  await writeFile(join(out, 'stanzas/ping/index.html'), 'x');
  assert.match((await run()).page, /A word about it/);
  assert.match(
    (await run({ SITE_URL: 'https://other.example/there/' })).page,
    /https:\/\/other\.example\/there\//,
  );
});

test('a build does not take pages over from the site that another one has put there meanwhile', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const [out, beside] = [join(root, 'dist'), join(root, 'other')];
  const io = testIo({ cwd: root });
  assert.equal(await build([], io), 0, io.stderr());
  const { publication } = await loadPublication(specFolder(undefined, io), io, '/');
  const begun = await beginSite(publication, out, {
    same: new Set(['stanza ping']),
    folder: inodeOf(out),
  });
  await cp(out, beside, { recursive: true });
  await rm(out, { recursive: true });
  await rename(beside, out);
  const before = await readdir(out, { recursive: true });
  await assert.rejects(
    begun.publish().finally(begun.end),
    /^Error: Another build has replaced .*dist meanwhile\. Build again\.$/,
  );
  assert.deepEqual(await readdir(out, { recursive: true }), before);
  assert.deepEqual((await readdir(root)).sort(), ['dist', 'spec']);
});

test('what a killed build has left is taken away, also where there is nothing to build', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  assert.equal(await build([], testIo({ cwd: root })), 0);
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  await mkdir(join(root, `dist.tmp-${gone}-abcdef`));
  const io = testIo({ cwd: root });
  assert.equal(await build([], io), 0);
  assert.match(io.stderr(), /Nothing has changed/);
  assert.deepEqual((await readdir(root)).sort(), ['dist', 'spec']);
});

test('what was built of one commit is not taken for what another one says', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  };
  git('init', '--quiet');
  git('add', 'spec');
  git('commit', '--quiet', '--message', 'One');
  const io = testIo({ cwd: root });
  assert.equal(await build([], io), 0, io.stderr());
  const out = join(root, 'dist');
  const target = {
    folder: specFolder(undefined, io),
    out,
    finish: { portable: false, compress: false },
    base: undefined,
  };
  const { key, folder, last } = await buildState(target, io);
  assert.ok(last, 'the record is there');
  // As it is for a build that began before the commit, and ends after it.
  git('commit', '--quiet', '--allow-empty', '--message', 'Two');
  keepBuild(target, io, { key, folder }, { ...last, texts: new Map() });
  assert.equal((await buildState(target, io)).last, undefined);
  const again = testIo({ cwd: root });
  assert.equal(await build([], again), 0);
  assert.match(again.stderr(), /wrote \d+ pages/);
});
