import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';

const GUARD = new URL('../helpers/live-spec-guard.mjs', import.meta.url).href;

/** What a program prints or complains of, where it is guarded as the tests of the code are. */
function guarded(script: string, ...args: readonly string[]): string {
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const env = { ...own, NODE_OPTIONS: `--import=${GUARD}` };
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: PROJECT_ROOT,
    env,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}

test('a test of the code that reads the live spec fails, also in its child processes', () => {
  const refused = /A test of the code reads .*spec.*test\/helpers\/fixture-spec\.ts/;
  assert.match(guarded('scripts/coverage.ts'), refused);
  assert.doesNotMatch(guarded('scripts/coverage.ts', '--spec', 'test/fixtures/calls'), refused);
  assert.doesNotMatch(guarded('scripts/generate.ts', '--check'), refused, 'the schemas are code');
});

test('the tests of the data may read it', () => {
  assert.match(guarded('test/spec/releases.test.ts'), /\bfail 0\b/);
});

test('every command that runs tests loads the guard', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  assert.match(scripts['test'] ?? '', /--test-global-setup=test\/helpers\/global-setup\.ts/);
  // A test file that is run alone has no set-up.
  if (process.env['TEST_SITE']) assert.ok(process.env['NODE_OPTIONS']?.includes(GUARD));
});
