import assert from 'node:assert/strict';
import promises, { readdir, readFile, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join, posix, win32 } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeScratchFolder } from '../../../../lib/node/files/make-scratch-folder.ts';
import { linkOrCopy } from '../../../../lib/node/files/move.ts';
import { swapFolder } from '../../../../lib/node/files/swap-folder.ts';
import { withSlashes } from '../../../../lib/node/files/with-slashes.ts';
import { describeSystemError } from '../../../../lib/node/process/describe-system-error.ts';
import { guarded } from '../../../../scripts/cli/run-command.ts';
import { newEntry as newMain } from '../../../../scripts/new-entry.ts';
import { minimalStanza, tempFolder } from '../../../helpers/temp-spec.ts';
import { testIo } from '../../../helpers/test-io.ts';

/** Makes a file system call fail the given number of times; returns how often it was called. */
function failing(t: TestContext, name: 'link' | 'rename', code: string, times: number): () => number {
  const original = promises[name];
  let calls = 0;
  t.mock.method(promises, name, async (from: string, to: string) => {
    calls += 1;
    if (calls <= times) throw Object.assign(new Error(code), { code, syscall: name, path: from, dest: to });
    return original(from, to);
  });
  syncBuiltinESMExports();
  t.after(() => {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  });
  return () => calls;
}

async function makeEnum(cwd: string) {
  const io = testIo({ cwd });
  return { code: await guarded(newMain, ['enum', 'colors'], io), stderr: io.stderr() };
}

const SPEC = { 'spec/stanzas/ping.yaml': minimalStanza('ping'), 'spec/enums/kinds.yaml': 'id: kinds\n' };

test('without hard links, files are still created, and never replace another', async (t) => {
  for (const code of ['EPERM', 'ENOTSUP', 'ENOSYS']) {
    const root = await tempFolder(t, SPEC);
    await t.test(code, async (t) => {
      failing(t, 'link', code, Number.POSITIVE_INFINITY);
      const { code: made, stderr } = await makeEnum(root);
      assert.equal(made, 0, stderr);
      assert.match(await readFile(join(root, 'spec/enums/colors.yaml'), 'utf8'), /^id: colors$/m);
      assert.equal((await makeEnum(root)).code, 2);
      assert.deepEqual((await readdir(join(root, 'spec'))).sort(), ['enums', 'stanzas']);
      const [from, to] = [join(root, 'from'), join(root, 'to')];
      await writeFile(from, 'new');
      await writeFile(to, 'old');
      await assert.rejects(linkOrCopy(from, to), { code: 'EEXIST' });
      assert.equal(await readFile(to, 'utf8'), 'old');
    });
  }
});

test('a folder that another program has open is waited for, but not forever', async (t) => {
  const root = await tempFolder(t, { 'dist/index.html': 'old' });
  const dist = join(root, 'dist');
  const fresh = await makeScratchFolder(dist);
  await writeFile(join(fresh, 'index.html'), 'new');
  const calls = failing(t, 'rename', 'EBUSY', 3);
  await swapFolder(fresh, dist);
  assert.equal(calls(), 5);
  assert.equal(await readFile(join(dist, 'index.html'), 'utf8'), 'new');

  t.mock.restoreAll();
  const tried = failing(t, 'rename', 'EBUSY', Number.POSITIVE_INFINITY);
  const other = await makeScratchFolder(dist);
  await assert.rejects(swapFolder(other, dist), (error: Error) => {
    assert.match(
      describeSystemError(error) ?? '',
      /^Cannot write .*: another program has it open\. .*\(EBUSY\)$/,
    );
    return true;
  });
  assert.ok(tried() > 5);
  assert.equal(await readFile(join(dist, 'index.html'), 'utf8'), 'new');
});

test('a permission error is not retried', async (t) => {
  const root = await tempFolder(t, { 'one.txt': '' });
  const calls = failing(t, 'rename', 'EACCES', Number.POSITIVE_INFINITY);
  await assert.rejects(swapFolder(join(root, 'one.txt'), join(root, 'two.txt')), { code: 'EACCES' });
  // On Windows they cannot be distinguished.
  if (process.platform !== 'win32') assert.equal(calls(), 1);
});

test('a path on Windows is shown without our temporary names', () => {
  const said = (path: string) =>
    describeSystemError(Object.assign(new Error('x'), { code: 'EROFS', syscall: 'open', path }));
  assert.match(said('C:\\a b\\spec\\.writing.17') ?? '', /^Cannot write C:\\a b\\spec: /);
  assert.match(said('C:\\a b\\dist.tmp-17-abcdef\\_assets') ?? '', /^Cannot write C:\\a b\\dist\\_assets: /);
  assert.match(said('/a b/spec/.writing') ?? '', /^Cannot write \/a b\/spec: /);
});

test('a path on Windows is shown with forward slashes', () => {
  assert.equal(withSlashes('spec\\enums\\a b é.yaml', win32.sep), 'spec/enums/a b é.yaml');
  assert.equal(withSlashes(win32.relative('C:\\Team', 'c:\\team\\spec'), win32.sep), 'spec');
  // Elsewhere a backslash is a letter of a name.
  assert.equal(withSlashes('spec/a\\b.yaml', posix.sep), 'spec/a\\b.yaml');
});
