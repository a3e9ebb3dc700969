import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from '../../../../scripts/build.ts';
import { type Command, guarded } from '../../../../scripts/cli/run-command.ts';
import { diff } from '../../../../scripts/diff.ts';
import { reviewCard } from '../../../../scripts/review-card.ts';
import { minimalStanza, tempFolder } from '../../../helpers/temp-spec.ts';
import { testIo } from '../../../helpers/test-io.ts';

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
}

/** A repository of two commits, the second of which has one stanza more; in a folder with a name of many kinds. */
async function repository(t: TestContext): Promise<string> {
  const root = join(await tempFolder(t, { 'a b é/spec/stanzas/ping.yaml': minimalStanza('ping') }), 'a b é');
  git(root, 'init', '--quiet', '--initial-branch=trunk');
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '-m', 'One');
  git(root, 'commit', '--quiet', '-m', 'Two', '--allow-empty');
  return root;
}

async function run(command: Command, cwd: string, ...args: readonly string[]) {
  const io = testIo({ cwd });
  const code = await guarded(command, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

/** Runs with another environment of this process, which is what git is given. */
async function withEnv<T>(env: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** The two ways to request a revision, with the start of the error message. */
const ASKS = [
  (cwd: string, revision: string) => run(reviewCard, cwd, '--base', revision),
  (cwd: string, revision: string) => run(diff, cwd, revision, 'spec'),
];

async function said(cwd: string, revision: string): Promise<string[]> {
  const answers = await Promise.all(ASKS.map((ask) => ask(cwd, revision)));
  for (const { code, stdout } of answers) assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
  const [card = '', other = ''] = answers.map(({ stderr }) => stderr);
  const words = [/^There is nothing to compare with: (.*)\n$/.exec(card)?.[1] ?? card];
  words.push(/^\S+ is not a folder, .*\. As a git revision: (.*)\n$/.exec(other)?.[1] ?? other);
  return words;
}

test('a repository of another user gives the error of git', async (t) => {
  const root = await repository(t);
  const refusal =
    /^git refuses to read .*a b é\/spec, because the repository belongs to another user\. If you trust it, run: git config --global --add safe\.directory '?.*a b é'?$/;
  await withEnv({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, async () => {
    for (const words of await said(root, 'trunk')) assert.match(words, refusal);
  });
});

test('no git, no repository and no such revision are different errors', async (t) => {
  const root = await repository(t);
  await withEnv({ PATH: join(root, 'nothing') }, async () => {
    for (const words of await said(root, 'trunk')) {
      assert.equal(words, 'git is not installed. Install it from https://git-scm.com/downloads');
    }
  });
  const outside = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  for (const words of await said(outside, 'trunk')) assert.match(words, /^.* is not in a git repository\. /);
  for (const words of await said(root, 'nowhere')) {
    assert.match(words, /^the git repository of .*a b é\/spec has no revision nowhere$/);
  }
});

test('a shallow clone, and a branch that only the remote has, say how to fetch the rest', async (t) => {
  const root = await repository(t);
  const clone = join(await tempFolder(t, {}), 'clone');
  git(root, 'clone', '--quiet', '--depth', '1', pathToFileURL(root).href, clone);
  for (const words of await said(clone, 'HEAD~1')) {
    assert.match(words, /^HEAD~1 is not in this clone, .*: git fetch --unshallow$/);
  }
  const whole = join(await tempFolder(t, {}), 'whole');
  git(root, 'branch', 'side');
  git(root, 'clone', '--quiet', root, whole);
  for (const words of await said(whole, 'side')) assert.match(words, /\. Did you mean origin\/side\?$/);
  for (const ask of ASKS) assert.equal((await ask(whole, 'HEAD~1')).code, 0);
  for (const ask of ASKS) assert.equal((await ask(whole, 'origin/side')).code, 0);
});

test('a build without a commit says so once, with the reason', async (t) => {
  const root = await repository(t);
  await withEnv({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, async () => {
    // The second one finds that nothing has changed.
    for (const time of ['first', 'second']) {
      const { code, stderr } = await run(build, root);
      assert.equal(code, 0, stderr);
      assert.equal(stderr.match(/safe\.directory/g)?.length, 1, time);
      assert.match(stderr, /^No commit is known, .*: git refuses to read .* run: git config .*\n$/m);
    }
  });
  const { stderr } = await run(build, root);
  assert.doesNotMatch(stderr, /commit/);
});
