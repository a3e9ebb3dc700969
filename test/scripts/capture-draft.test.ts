import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { nodeFiles } from '../../lib/node/node-files.ts';
import { rulesForSpec } from '../../lib/node/spec/rules-for-spec.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { captureFolder as folder, LOG, runCapture as run, SECRETS } from './run-capture.ts';

describe('capture', () => {
  it('draft shows a diff, and writes only with --apply', async (t) => {
    const root = await folder(t);
    const before = await readFile(join(root, 'spec/stanzas/call-terminate.yaml'), 'utf8');
    const shown = await run(root, 'draft', 'call.log', '--technique', 'websocket-capture');
    assert.equal(shown.code, 0, shown.stderr);
    assert.match(shown.stdout, /^\+\+\+ b\/spec\/captures\/call-terminate-websocket-capture-01\.yaml$/m);
    assert.match(shown.stdout, /^\+ {8}- capture:call-terminate-websocket-capture-01$/m);
    assert.match(shown.stderr, /could now be raised[\s\S]*probable -> confirmed/);
    assert.match(shown.stderr, /Nothing was written yet/);
    assert.equal(await readFile(join(root, 'spec/stanzas/call-terminate.yaml'), 'utf8'), before);
    const dry = await run(
      root,
      'draft',
      'call.log',
      '--technique',
      'websocket-capture',
      '--apply',
      '--dry-run',
    );
    assert.deepEqual([dry.code, dry.stdout], [0, shown.stdout]);

    await writeFile(join(root, 'change.diff'), shown.stdout);
    const applies = spawnSync('git', ['apply', '--check', 'change.diff'], { cwd: root, encoding: 'utf8' });
    assert.equal(applies.status, 0, applies.stderr);

    const written = await run(root, 'draft', 'call.log', '--technique', 'websocket-capture', '--apply');
    assert.equal(written.code, 0, written.stderr);
    assert.match(written.stdout, /^spec\/captures\/call-terminate-websocket-capture-01\.yaml$/m);
    const files = nodeFiles(join(root, 'spec'), 'spec');
    assert.deepEqual(validateSpec(files, await rulesForSpec(files)).findings, []);
    for (const [name, text] of await textsIn(root)) {
      assert.doesNotMatch(text, SECRETS, name);
      assert.ok(!name.endsWith('.tmp'), name);
    }
    // What the diff said is what was written.
    spawnSync('git', ['apply', '--reverse', 'change.diff'], { cwd: root });
    assert.equal(await readFile(join(root, 'spec/stanzas/call-terminate.yaml'), 'utf8'), before);
  });

  it('continues the numbers of captures, and never reuses an id or a stanza', async (t) => {
    const line = LOG.split('\n')[2] ?? '';
    const root = await folder(t, line);
    const args = ['draft', 'call.log', '--technique', 'mitm-tls', '--apply'];
    assert.equal((await run(root, ...args)).code, 0);
    const same = await run(root, ...args);
    assert.equal(same.code, 1);
    assert.match(same.stderr, /line 1: it equals the capture call-reject-mitm-tls-01/);
    await writeFile(join(root, 'call.log'), line.replace('count="0"', 'count="1"'));
    assert.equal((await run(root, ...args)).code, 0);
    const names = (await readdir(join(root, 'spec/captures'))).filter((name) => name.startsWith('call-'));
    assert.deepEqual(names.sort(), ['call-reject-mitm-tls-01.yaml', 'call-reject-mitm-tls-02.yaml']);
    const { code, stderr } = await run(root, ...args, '--id', 'Call-Reject-mitm-tls-01');
    assert.equal(code, 2);
    assert.match(stderr, /capture .* already exists/);
  });

  it('applies nothing of a partly unreadable log, unless an option allows it', async (t) => {
    const root = await folder(t, `${LOG}<call to=4917@lid id=1>\n`);
    const args = ['draft', 'call.log', '--technique', 'mitm-tls', '--apply'];
    const { code, stderr } = await run(root, ...args);
    assert.equal(code, 1);
    assert.match(stderr, /--partial/);
    assert.equal((await readdir(join(root, 'spec'))).includes('captures'), false);
    const partial = await run(root, ...args, '--partial');
    assert.equal(partial.code, 0, partial.stderr);
    assert.match(partial.stderr, /2 other lines have no stanza/);
  });

  it('writes nothing when the spec would not be valid, or could not be read', async (t) => {
    const root = await folder(t);
    const file = join(root, 'spec/stanzas/call-reject.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('tag: call', 'tag: {'));
    const { code, stderr } = await run(
      root,
      'draft',
      'call.log',
      '--technique',
      'websocket-capture',
      '--apply',
    );
    assert.equal(code, 2);
    assert.match(stderr, /yaml\/syntax[\s\S]*npm run validate/);
    assert.equal((await readdir(join(root, 'spec'))).includes('captures'), false);
  });

  it('draft asks for what it needs', async (t) => {
    const root = await folder(t);
    for (const [args, expected] of [
      [
        [],
        /Where does your log come from\?.*\n[\s\S]* {2}--technique baileys-instrumentation {2}The debug log of a client library$/m,
      ],
      [['--technique', 'websocket-captur'], /Did you mean websocket-capture\?/],
      [['--technique', 'mitm-tls', '--direction', 'up'], /incoming or outgoing/],
      [['--technique', 'mitm-tls', '--captured-at', 'today'], /year-month-day/],
      [['--technique', 'mitm-tls', '--captured-at', '2026-99-99'], /year-month-day/],
      [['--technique', 'mitm-tls', '--id', 'call-4915112345678'], /--id contains what looks like a phone/],
      [['--technique', 'mitm-tls', '--tool', 'ana@example.org.br'], /--tool contains/],
      [
        ['--technique', 'mitm-tls', '--version', '4915112345678'],
        /--version contains what looks like a phone/,
      ],
      [['--technique', 'mitm-tls', '--platform', 'ana@example.org.br'], /--platform contains/],
      [['--technique', 'mitm-tls', '--id', '../x'], /is not a valid id/],
      [['--technique', 'mitm-tls', '--issue', 'x'], /its number/],
      [['--technique', 'mitm-tls', '--kind', 'real'], /captured, replayed, synthetic/],
      [
        ['--technique', 'mitm-tls', '--kind', 'synthetic', '--keep-name', 'shiny'],
        /cannot introduce a new name/,
      ],
      [
        ['--technique', 'mitm-tls', '--kind', 'synthetic', '--keep-value', 'reject-reasons=x'],
        /cannot introduce a new value/,
      ],
    ] as const) {
      const { code, stderr } = await run(root, 'draft', 'call.log', ...args);
      assert.equal(code, 2, stderr);
      assert.match(stderr, expected);
    }
  });

  it('keeps what the options say', async (t) => {
    const root = await folder(t, LOG.split('\n')[2] ?? '');
    const { stdout } = await run(
      root,
      ...[
        'draft',
        'call.log',
        '--technique',
        'mitm-tls',
        '--id',
        'my-reject',
        '--title',
        'A reject',
        '--issue',
        '12',
      ],
      ...['--client', 'official', '--version', '2.3000.1039501489', '--platform', 'WhatsApp Web'],
      ...['--captured-at', '2026-01-31', '--tool', 'mitmproxy', '--kind', 'synthetic'],
    );
    for (const line of [
      'id: my-reject',
      'title: A reject',
      'kind: synthetic',
      '  client: official',
      '  version: 2.3000.1039501489',
      '  platform: WhatsApp Web',
      "  issue: '#12'",
      '  captured_at: 2026-01-31',
      '    - mitmproxy',
    ]) {
      assert.ok(stdout.includes(`\n+${line}\n`), line);
    }
    assert.doesNotMatch(stdout, /stanzas/, 'a synthetic capture changes no fact');
  });
});

async function textsIn(root: string): Promise<[string, string][]> {
  const names = await readdir(join(root, 'spec'), { recursive: true, withFileTypes: true });
  return Promise.all(
    names
      .filter((one) => one.isFile())
      .map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name), 'utf8')]),
  );
}
