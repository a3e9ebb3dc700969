import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { codeDigest, isSameCode } from '../../../../lib/node/cache/code-digest.ts';
import { PROJECT_ROOT } from '../../../../lib/node/process/project-root.ts';

test('code that changes while it is in use has another digest, until the change is undone', async (t) => {
  const folder = await mkdtemp(join(PROJECT_ROOT, '.tmp-code-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const page = join(folder, 'page.astro');
  await writeFile(page, 'one');
  const parts = [basename(folder)];
  const digest = codeDigest(parts);
  assert.ok(isSameCode(parts));
  await writeFile(page, 'two');
  assert.equal(isSameCode(parts), false);
  assert.equal(codeDigest(parts), digest, 'a command goes on with the code that it began with');
  await writeFile(page, 'one');
  assert.ok(isSameCode(parts));
});
