import assert from 'node:assert/strict';
import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { main } from '../../scripts/build.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

test('a build of what is built already is left out; whatever it depends on brings it back', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const [out, stanza] = [join(root, 'dist'), join(root, 'spec/stanzas/ping.yaml')];
  const run = async (env: Record<string, string> = {}): Promise<{ said: string; page: string }> => {
    const io = testIo({ cwd: root, env });
    assert.equal(await main([], io), 0, io.stderr());
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
