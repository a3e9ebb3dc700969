import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { nodeFiles } from '../../lib/node/node-files.ts';
import { rulesForSpec } from '../../lib/node/spec/rules-for-spec.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { captureFolder as folder, runCapture as run } from './run-capture.ts';

const CALL = `10:00:00.000 [Client/Recv DEBUG] <call from="4915112345678@s.whatsapp.net" id="A1B2C3D4E5F60718" t="1772359200"><terminate call-id="DEADBEEFDEADBEEFDEADBEEFDEADBEEF" call-creator="98765432109876:3@lid" reason="timeout"/></call>
10:00:00.200 [Client/Send DEBUG] <ack to="4915112345678@s.whatsapp.net" id="A1B2C3D4E5F60718" class="call" type="terminate"/>
10:00:02.000 [Client/Send DEBUG] <call to="4915112345678@s.whatsapp.net" id="A1B2C3D4E5F60719"><reject call-id="DEADBEEFDEADBEEFDEADBEEFDEADBEEF" call-creator="98765432109876:3@lid" count="0"/></call>
`;
const DRAFT = ['draft', 'call.log', '--technique', 'mitm-tls', '--client', 'official'];

describe('capture, of a log of a whole call', () => {
  it('check says what a draft makes of it', async (t) => {
    const root = await folder(t, CALL);
    assert.match(
      (await run(root, 'check', 'call.log')).stderr,
      /^1 call with 3 stanzas: a draft makes one capture of each call\.$/m,
    );
    const { calls } = JSON.parse((await run(root, 'check', 'call.log', '--format', 'json')).stdout);
    assert.deepEqual(calls, [[1, 2, 3]]);
  });

  it('draft writes one capture, with where it was published, and a valid spec', async (t) => {
    const root = await folder(t, CALL);
    const { code, stderr } = await run(
      root,
      ...DRAFT,
      ...['--id', 'a-call', '--observer', 'callee', '--url', 'https://example.org/log', '--apply'],
      ...['--author', 'Somebody', '--license', 'MIT', '--call-name', 'answered'],
    );
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^a-call: a call of 3 stanzas$/m);
    assert.deepEqual(await readdir(join(root, 'spec/captures')), ['a-call.yaml']);
    const text = await readFile(join(root, 'spec/captures/a-call.yaml'), 'utf8');
    assert.match(text, /^ {2}url: https:\/\/example\.org\/log\n {2}author: Somebody\n {2}license: MIT$/m);
    assert.match(text, /^call: answered\nobserver: callee$/m);
    assert.doesNotMatch(text, /4915112345678|A1B2C3|DEADBEEF|98765432109876|1772359200/);
    const files = nodeFiles(join(root, 'spec'), 'spec');
    const { findings } = validateSpec(files, await rulesForSpec(files));
    // A draft raises nothing; the notes say what could be raised now.
    assert.deepEqual([...new Set(findings.map(({ code }) => code))], ['evidence/too-low']);
  });

  it('draft says which day it took from the log', async (t) => {
    const root = await folder(t, CALL.replaceAll(/^10:/gm, '2026-05-14 10:'));
    const { stderr } = await run(root, ...DRAFT, '--id', 'a-call', '--apply');
    assert.match(stderr, /^ {2}captured on 2026-05-14 as the log says, in UTC; --captured-at names another/m);
    const text = await readFile(join(root, 'spec/captures/a-call.yaml'), 'utf8');
    assert.match(text, /^ {2}captured_at: ["']?2026-05-14["']?$/m);
  });

  it('draft refuses options that are wrong or personal', async (t) => {
    const root = await folder(t, CALL);
    for (const [args, message] of [
      [['--observer', 'server'], /--observer server: use caller, callee, other-device/],
      [['--call-name', 'a call'], /a call is not a valid id/],
      [['--call-name', '4915112345678'], /--call-name contains what looks like a phone number/],
      [['--url', 'http://example.org'], /--url http:\/\/example\.org: write the address/],
      [['--url', 'https://example.org/4915112345678'], /--url contains what looks like a phone number/],
      [['--author', 'somebody@example.net'], /--author contains what looks like an e-mail address/],
    ] as const) {
      const { code, stderr } = await run(root, ...DRAFT, ...args, '--apply');
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
    assert.equal((await readdir(join(root, 'spec'))).includes('captures'), false);
  });

  it('draft takes one of several calls: it lists them, and the one that is chosen is all that it drafts', async (t) => {
    const other = CALL.replaceAll('DEADBEEF', 'FACEB00C')
      .replaceAll('A1B2C3D4E5F6', 'B1B2C3D4E5F6')
      .replaceAll(/^10:/gm, '11:')
      .replace('timeout', 'busy');
    const root = await folder(t, `${CALL}${other}`);
    const list =
      /^ {2}Call 1: 3 stanzas, 10:00:00 to 10:00:02, seen by the callee, from call-terminate to call-reject\n {2}Call 2: 3 stanzas, 11:00:00 to 11:00:02, /m;
    const unclear = await run(root, ...DRAFT);
    assert.deepEqual([unclear.code, unclear.stdout], [2, '']);
    assert.match(unclear.stderr, /The log has 2 calls\. Which one\? Choose it with --call N/);
    assert.match(unclear.stderr, list);
    assert.match((await run(root, 'check', 'call.log')).stderr, list);
    const wrong = await run(root, ...DRAFT, '--call', '3');
    assert.deepEqual([wrong.code, list.test(wrong.stderr)], [2, true]);
    assert.match((await run(root, ...DRAFT, '--call', 'answered')).stderr, /use --call-name/);

    const second = await run(root, ...DRAFT, '--call', '2', '--id', 'second', '--apply');
    assert.equal(second.code, 0, second.stderr);
    assert.match(
      second.stderr,
      /^Call 2 only: 3 other stanzas of the log left out; --call all drafts all\.$/m,
    );
    assert.deepEqual(await readdir(join(root, 'spec/captures')), ['second.yaml']);
    const both = await run(root, ...DRAFT, '--call', 'all', '--id', 'both');
    assert.match(both.stderr, /^both-01: a call of 3 stanzas$/m);
    assert.match(both.stderr, /a call of 3 stanzas equals the capture second/);
  });

  it('draft asks for what only a person can decide, with the reason, and says what it took', async (t) => {
    const root = await folder(t, CALL);
    const { stderr } = await run(root, ...DRAFT);
    const [, asked = ''] = stderr.split('Only you can decide:\n');
    assert.deepEqual(asked.split('\n\n')[0]?.match(/^ {2}\S.*$/gm), [
      '  Where does your log come from? A proxy that decrypts TLS (--technique)',
      '  Which client was it, and which version? An official client, version not said (--client, --version)',
      '  Whose side of the call is it? The callee (--observer)',
      '  May it be published? It is yours, and published under CC-BY-4.0 (--url, --author, --license, if somebody else published it)',
    ]);
    assert.equal(asked.split('\n\n')[0]?.match(/^ {4}\S.*\.$/gm)?.length, 4);
    const none = await run(root, 'draft', 'call.log');
    assert.equal(none.code, 2);
    assert.match(
      none.stderr,
      /Where does your log come from\? .*\.\nAdd one of these:\n( {2}--technique \S+ +\S.*\n)+/,
    );
    assert.doesNotMatch(none.stderr, /static-smali-analysis/);
  });
});
