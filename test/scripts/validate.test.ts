import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { validate } from '../../scripts/validate.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const BROKEN = minimalStanza('ping').replace('status: draft', 'status: drafty');

async function run(cwd: string, args: readonly string[], env = {}) {
  const io = testIo({ cwd, env });
  const code = await guarded(validate, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

test('a real spec is clean, warnings and notes included', async () => {
  const { code, stdout } = await run(FIXTURE, ['--spec', '.', '--fail-on', 'note']);
  assert.equal(stdout, '');
  assert.equal(code, 0);
});

test('a clean spec exits 0; its JSON has counts of every kind and no findings', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const { code, stdout } = await run(root, ['--format', 'json']);
  assert.equal(code, 0);
  const report = JSON.parse(stdout);
  assert.equal(report.ok, true);
  assert.equal(report.counts.stanza, 1);
  assert.equal(report.counts.enum, 0);
  assert.deepEqual(report.findings, []);
});

test('an error exits 1; its JSON has code, level, message, file, line, column, path and hint', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': BROKEN });
  const { code, stdout } = await run(root, ['--format', 'json']);
  assert.equal(code, 1);
  const report = JSON.parse(stdout);
  assert.equal(report.ok, false);
  assert.deepEqual(report.findings, [
    {
      code: 'schema/not-allowed',
      level: 'error',
      message: "'drafty' is not allowed here. Use one of: draft, review, stable, deprecated.",
      file: 'spec/stanzas/ping.yaml',
      line: 6,
      column: 9,
      path: 'ping',
      hint: 'Did you mean draft?',
    },
  ]);
});

test('--fail-on decides which level fails', async (t) => {
  const root = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping', 'notes: A <b>note</b>.\n'),
    'spec/extras/x.txt': '',
  });
  assert.equal((await run(root, [])).code, 0);
  assert.equal((await run(root, ['--fail-on', 'warning'])).code, 1);
  const noted = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping'),
    'spec/extras/x.txt': '',
  });
  assert.equal((await run(noted, ['--fail-on', 'warning'])).code, 0);
  assert.equal((await run(noted, ['--fail-on', 'note'])).code, 1);
});

test('a usage error exits 2 with a sentence and no stack', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  for (const args of [['--format', 'xml'], ['--spec', 'nowhere'], ['--what'], ['surplus']]) {
    const { code, stdout, stderr } = await run(root, args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

test('--spec takes precedence over SPEC_DIR, and SPEC_DIR over spec', async (t) => {
  const root = await tempFolder(t, {
    'spec/stanzas/ping.yaml': BROKEN,
    'a/stanzas/ping.yaml': minimalStanza('ping'),
    'b/stanzas/ping.yaml': BROKEN,
  });
  assert.equal((await run(root, [])).code, 1);
  assert.equal((await run(root, [], { SPEC_DIR: 'a' })).code, 0);
  assert.equal((await run(root, ['--spec', 'b'], { SPEC_DIR: 'a' })).code, 1);
});

test('each format has every finding', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': `${BROKEN}colour: red\n` });
  for (const format of ['pretty', 'json', 'github', 'sarif']) {
    const { stdout } = await run(root, ['--format', format]);
    for (const word of ['drafty', 'colour', 'schema/not-allowed', 'schema/unknown-key']) {
      assert.ok(stdout.includes(word), `${format} says ${word}`);
    }
  }
});

test('as a process: data on stdout, messages on stderr, documented exit codes', async (t) => {
  const root = await tempFolder(t, {
    'good/stanzas/a.yaml': minimalStanza('a'),
    'bad/stanzas/a.yaml': BROKEN,
  });
  const script = join(PROJECT_ROOT, 'scripts/validate.ts');
  const call = (...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  const good = call('--spec', 'good', '--format', 'json');
  assert.equal(good.status, 0);
  assert.equal(JSON.parse(good.stdout).ok, true);
  assert.equal(good.stderr, '');
  assert.equal(call('--spec', 'bad').status, 1);
  assert.equal(call('--spec', 'none').status, 2);
  const help = call('--help');
  assert.equal(help.status, 0);
  assert.match(help.stdout, /--fail-on/);
});
