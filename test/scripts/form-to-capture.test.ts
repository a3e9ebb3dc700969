import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { guarded } from '../../scripts/cli/run-command.ts';
import { formToCapture } from '../../scripts/form-to-capture.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { issueBody as body, ENUM, STANZA } from '../lib/issue-form/issue-body.ts';

async function run(root: string, event: unknown, args: readonly string[] = [], env = {}) {
  const path = join(root, 'event.json');
  await (await import('node:fs/promises')).writeFile(path, JSON.stringify(event));
  const io = testIo({ cwd: root, env: { GITHUB_EVENT_PATH: path, ...env } });
  const code = await guarded(formToCapture, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

test('the command writes the files of a good form, and none of a bad one', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': STANZA, 'spec/enums/kinds.yaml': ENUM });
  const issue = (text: string) => ({ issue: { number: 12, body: text, user: { login: 'alice' } } });

  const bad = await run(root, issue(body({ direction: '<img src=x> | **' })));
  assert.equal(bad.code, 1);
  assert.match(bad.stdout, /\*\*Direction\*\*: The value of “Direction” is not an option/);
  assert.doesNotMatch(bad.stdout, /<img/);
  assert.deepEqual((await readdir(join(root, 'spec'))).sort(), ['enums', 'stanzas']);

  const good = await run(root, issue(body()));
  assert.equal(good.code, 0, good.stdout + good.stderr);
  assert.match(good.stdout, /`captures\/issue-12\.yaml`:\n\n```yaml\n/);
  assert.match(await readFile(join(root, 'spec/captures/issue-12.yaml'), 'utf8'), /stanza_tag: ping/);
  assert.match(await readFile(join(root, 'spec/stanzas/ping.yaml'), 'utf8'), /capture:issue-12/);

  for (const event of [{}, null, { issue: { number: '12; id', body: '', user: { login: 'x' } } }]) {
    assert.equal((await run(root, event)).code, 2);
  }
});

test('the author gets an answer with the errors or the capture, which mentions nobody else', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': STANZA, 'spec/enums/kinds.yaml': ENUM });
  const answered = async (text: string): Promise<{ code: number; answer: string }> => {
    const event = { issue: { number: 12, body: text, user: { login: 'alice' } } };
    const { code } = await run(root, event, ['--answer', 'answer.md'], {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_RUN_ID: '7',
    });
    return { code, answer: await readFile(join(root, 'answer.md'), 'utf8') };
  };
  const bad = await answered(
    body({ direction: '', text: '<ping>@torvalds fixes #1 ](https://evil.example)</pong> <@mallory #12>' }),
  );
  assert.equal(bad.code, 1);
  assert.match(
    bad.answer,
    /^<!-- stanza-catalog: answer to the form -->\n# Issue 12: no capture yet\n\n- \*\*/,
  );
  assert.match(bad.answer, /\*\*Direction\*\*: “Direction” is empty\./);
  assert.match(bad.answer, /\(<https:\/\/github\.com\/a\/b\/actions\/runs\/7>\)/);
  assert.doesNotMatch(bad.answer, /[@#]\w|evil\.example|<(?!!--|https:\/\/github\.com\/)/);

  const many = await answered(body({ text: '</x>\n'.repeat(500) }));
  assert.match(many.answer, /\n- And \d+ more\.\n/);

  const good = await answered(body());
  assert.equal(good.code, 0);
  assert.match(good.answer, /# Issue 12: a capture\n[\s\S]*```yaml\n[\s\S]*A maintainer reviews it/);
});
