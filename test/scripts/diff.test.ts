import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { guarded } from '../../scripts/cli/run-command.ts';
import { diff as main } from '../../scripts/diff.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const FACT = 'attributes:\n  - { name: a, type: int, confidence: unknown, description: A. }\n';

async function repository(t: TestContext): Promise<string> {
  const cwd = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping'),
    'spec/stanzas/not-utf-8.txt': 'left alone',
  });
  await symlink('/etc/passwd', join(cwd, 'spec/stanzas/link.yaml'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      stdio: 'ignore',
    });
  git('init', '--initial-branch=main');
  git('add', '.');
  git('commit', '--no-gpg-sign', '-m', 'one');
  await rm(join(cwd, 'spec/stanzas/link.yaml'));
  await writeFile(join(cwd, 'spec/stanzas/ping.yaml'), minimalStanza('ping', FACT));
  return cwd;
}

async function diff(cwd: string, ...args: string[]) {
  const io = testIo({ cwd });
  const code = await guarded(main, args, io);
  return { code, out: io.stdout(), err: io.stderr() };
}

test('compares a git revision with a folder, without touching the folder', async (t) => {
  const cwd = await repository(t);
  const { code, out, err } = await diff(cwd, 'main', 'spec');
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.match(out, /^main to spec: 1 fact added\. Impact: minor\./);
  const back = await diff(cwd, 'spec', 'HEAD', '--format', 'json');
  assert.deepEqual(
    JSON.parse(back.out).changes.map(({ kind, path }: { kind: string; path: string }) => [kind, path]),
    [['removed', 'ping:@a']],
  );
  assert.match((await diff(cwd, 'HEAD', 'HEAD', '--format', 'markdown')).out, /Nothing changed\./);
});

test('accepts a release by its version or its file', async (t) => {
  const cwd = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping', FACT),
    'spec/releases/1.0.0.json': JSON.stringify({
      schemaVersion: 1,
      version: '1.0.0',
      title: 'T',
      facts: [],
      definitions: [],
      questions: [],
      ledger: [],
      tombstones: [],
    }),
  });
  for (const name of ['1.0.0', 'spec/releases/1.0.0.json']) {
    const { code, out } = await diff(cwd, name, 'spec');
    assert.equal(code, 0);
    assert.match(out, /ping {2}stanza: ping, 1 fact/);
  }
});

test('spec is the folder that --spec or SPEC_DIR names, and revisions are those of its repository', async (t) => {
  const team = await repository(t);
  const engine = await tempFolder(t, { 'spec/stanzas/pong.yaml': minimalStanza('pong') });
  const io = testIo({ cwd: engine, env: { SPEC_DIR: join(team, 'spec') } });
  assert.equal(await guarded(main, ['main', 'spec'], io), 0, io.stderr());
  assert.match(io.stdout(), /^main to spec: 1 fact added\. Impact: minor\./);
  const own = await diff(engine, './spec', 'spec', '--spec', join(team, 'spec'));
  assert.match(own.out, /New definitions \(1\)\n {2}ping {2}/, 'a path is a path');
});

test('explains why a name is not valid, and takes no option for a revision', async (t) => {
  const cwd = await repository(t);
  for (const name of ['nowhere', '--upload-pack=x', 'HEAD:spec', 'HEAD~9', '', '../x']) {
    const { code, err } = await diff(cwd, '--', name, 'spec');
    assert.equal(code, 2, name);
    assert.match(
      err,
      /is not a folder, a bundle or a version .*: the git repository of .* has no revision |not a release bundle/,
      name,
    );
  }
  assert.equal((await diff(cwd, 'spec')).code, 2);
});

test('a side with errors is not compared', async (t) => {
  const cwd = await repository(t);
  await writeFile(join(cwd, 'spec/stanzas/ping.yaml'), 'id: [');
  const { code, out, err } = await diff(cwd, 'HEAD', 'spec');
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(err, /yaml\/syntax/);
});
