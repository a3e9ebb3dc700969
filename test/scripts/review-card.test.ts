import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { guarded } from '../../scripts/cli/run-command.ts';
import { reviewCard } from '../../scripts/review-card.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const attribute = (name: string): string => `  - name: ${name}
    type: string
    confidence: probable
    description: D.
    provenance: { techniques: [websocket-capture], sources: ['#1'] }
`;

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
}

async function run(cwd: string, args: readonly string[]) {
  const io = testIo({ cwd });
  const code = await guarded(reviewCard, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

test('the folder is compared with a revision, findings and coverage included', async (t) => {
  const path = 'spec/stanzas/ping.yaml';
  const root = await tempFolder(t, { [path]: minimalStanza('ping', `attributes:\n${attribute('one')}`) });
  git(root, 'init', '-q');
  git(root, 'add', '.');
  git(root, 'commit', '-qm', 'base');
  await writeFile(
    join(root, path),
    minimalStanza(
      'ping',
      `attributes:\n${attribute('one')}${attribute('two').replace('probable', 'confirmed')}`,
    ),
  );
  const { code, stdout, stderr } = await run(root, ['--base', 'HEAD']);
  assert.equal(stderr, '');
  assert.equal(code, 0, 'findings do not fail the card');
  assert.match(stdout, /Facts: 1 added; 1 warning\./);
  assert.match(stdout, /\| `ping:@two` \| new, confirmed \|.*\*\*too high\*\*/);
  assert.match(stdout, /\| Facts \| 1 \| \*\*2\*\* \|/);

  const capture = (from: string): string => `id: c-${from.length}
source: { technique: websocket-capture }
stanza_tag: ping
direction: outgoing
confidence: probable
raw:
  format: xml
  body: '<ping from="${from}"/>'
sanitized: true
`;
  await mkdir(join(root, 'spec/captures'));
  await writeFile(join(root, 'spec/captures/c-16.yaml'), capture('A@s.whatsapp.net'));
  await writeFile(join(root, 'spec/captures/c-26.yaml'), capture('15551234567@s.whatsapp.net'));
  const { stdout: captures } = await run(root, ['--base', 'HEAD']);
  assert.match(captures, /\| `c-16` \| {2}\| unchanged when/);
  assert.match(captures, /\| `c-26` \| {2}\| \*\*changed when sanitized.*\| 1 JID \|/);

  await writeFile(join(root, path), 'id: [');
  const broken = await run(root, ['--base', 'HEAD']);
  assert.equal(broken.code, 0);
  assert.match(broken.stdout, /Files that cannot be read are missing/);

  for (const args of [[], ['--base', ''], ['--base', 'nowhere'], ['--base', '--help']]) {
    const { code: misuse, stdout: nothing } = await run(root, args);
    assert.equal(misuse, 2, args.join(' '));
    assert.equal(nothing, '');
  }
});
