import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { CODE, sourcesWork, type Work } from '../helpers/sources/sources-work.ts';

/** A flavor whose sources were checked at its first commit. */
async function checked(t: TestContext): Promise<Work> {
  const here = await sourcesWork(t);
  here.cite(here.commit({ 'a.go': CODE.join('\n') }), { reason: ['client:a.go#L3'] });
  await here.run('check');
  return here;
}

describe('sources -- drift at a revision that cannot be opened', () => {
  test('is an error that says what to do, where no flavor has it', async (t) => {
    const here = await checked(t);
    await assert.rejects(here.run('drift', '--at', 'nosuch'), (error) => {
      assert.ok(error instanceof UsageError);
      assert.match(
        error.message,
        /No flavor could be opened at nosuch: .+Clone the repositories into --clones/,
      );
      return true;
    });
  });

  test('is an error, too, if it does not continue the commit of the flavor', async (t) => {
    const here = await sourcesWork(t);
    const first = here.commit({ 'a.go': CODE.join('\n') });
    const branch = here.commit({ 'a.go': 'reason\n' });
    execFileSync('git', ['reset', '--quiet', '--hard', first], { cwd: here.repository });
    here.cite(branch, { reason: ['client:a.go#L1'] });
    await here.run('check');
    await assert.rejects(here.run('drift'), /at HEAD: .+ does not continue the commit/);
  });

  test('is not known of one flavor, where another one has it', async (t) => {
    const here = await checked(t);
    writeFileSync(
      join(here.cwd, 'spec/flavors/other.yaml'),
      `id: other\nrepository: https://other.invalid/owner/other\ncommit: '${'1'.repeat(40)}'\n`,
    );
    mkdirSync(join(here.cwd, 'clones/other', '1'.repeat(40)), { recursive: true });
    writeFileSync(join(here.cwd, 'clones/other', '1'.repeat(40), 'b.go'), 'reason\n');
    here.cite(here.commit({ 'c.go': 'x\n' }), { reason: ['client:a.go#L3', 'other:b.go#L1'] });
    await here.run('check');
    const { code, stdout } = await here.run('drift');
    assert.equal(code, 0);
    assert.match(stdout, /other \(no newer commit at hand\): 1 not known/);
  });
});
