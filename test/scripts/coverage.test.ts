import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage } from '../../scripts/coverage.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { testIo } from '../helpers/test-io.ts';

test('prints coverage in each format', async () => {
  for (const [format, start] of [
    ['pretty', 'Coverage '],
    ['json', '{'],
    ['markdown', '# Coverage'],
  ] as const) {
    const io = testIo({ cwd: FIXTURE, env: { SPEC_DIR: '.' } });
    assert.equal(await coverage(['--format', format], io), 0);
    assert.ok(io.stdout().startsWith(start), format);
    assert.equal(io.stderr(), '');
  }
});

test('a spec that cannot be read completely is not counted', async () => {
  const io = testIo({ cwd: FIXTURE, env: { SPEC_DIR: 'enums' } });
  assert.equal(await coverage([], io), 1);
  assert.equal(io.stdout(), '');
  assert.match(io.stderr(), /file\/missing-folder/);
});
