import assert from 'node:assert/strict';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { CODE, sourcesWork, type Work } from '../helpers/sources/sources-work.ts';

/** A flavor whose repository is outside of clones/, where git finds it instead of at its address. */
async function remote(t: TestContext): Promise<Work & { readonly first: string }> {
  const here = await sourcesWork(t);
  const first = here.commit({ 'a.go': CODE.join('\n') });
  here.commit({ 'a.go': 'package wa\n' });
  here.cite(first, { reason: ['client:a.go#L3'] });
  const away = join(here.cwd, 'away');
  renameSync(here.repository, away);
  process.env['GIT_CONFIG_COUNT'] = '1';
  process.env['GIT_CONFIG_KEY_0'] = `url.file://${away}.insteadOf`;
  process.env['GIT_CONFIG_VALUE_0'] = 'https://client.invalid/owner/name';
  t.after(() => {
    for (const name of ['COUNT', 'KEY_0', 'VALUE_0']) delete process.env[`GIT_CONFIG_${name}`];
  });
  return { ...here, first };
}

describe('sources --fetch', () => {
  test('check fetches the commit of a flavor that is in no clone, and opens its sources', async (t) => {
    const here = await remote(t);
    assert.match((await here.run('check')).stderr, /0 of 1 source in code were opened/);
    const { code, stderr } = await here.run('check', '--fetch');
    assert.deepEqual([code, stderr.split(':')[0]], [0, '1 of 1 source in code were opened']);
    assert.equal(here.checks()[0]?.commit, here.first);
    assert.ok(existsSync(join(here.cwd, 'clones/owner/name.git/shallow')));
  });

  test('says what could not be fetched, and goes on', async (t) => {
    const here = await remote(t);
    here.cite('0123456789012345678901234567890123456789', { reason: ['client:a.go#L3'] });
    const { code, stderr } = await here.run('check', '--fetch');
    assert.equal(code, 0);
    assert.match(
      stderr,
      /client: 0123456789\d+ of https:\/\/client\.invalid\/owner\/name was not fetched: git/,
    );
  });

  test('drift refuses it, for it needs the history', async (t) => {
    const here = await remote(t);
    await assert.rejects(here.run('drift', '--fetch'), /Clone the repositories/);
  });
});
