import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { nearEqualNodes } from '../../scripts/near-equal-nodes.ts';
import { child } from '../cases/texts.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

async function run(t: TestContext, ...inside: string[]) {
  const attributes = 'attributes: [{ name: ip, type: bytes, confidence: unknown, description: An address. }]';
  const [a = '', b = ''] = inside.map((more) => child('te', '0..1', `${attributes}${more}`));
  const cwd = await tempFolder(t, {
    'spec/stanzas/ping-a.yaml': minimalStanza(
      'ping-a',
      `children: [${child('a', '1', `children: [${a}]`)}]\n`,
    ),
    'spec/stanzas/ping-b.yaml': minimalStanza(
      'ping-b',
      `children: [${child('b', '1', `children: [${b}]`)}]\n`,
    ),
  });
  const io = testIo({ cwd });
  return { code: await nearEqualNodes([], io), stdout: io.stdout(), stderr: io.stderr() };
}

test('two descriptions of one node fail, with what to do', async (t) => {
  const { code, stdout, stderr } = await run(t, '', '');
  assert.equal(code, 1);
  assert.equal(stdout, '<te>\n  ping-a:a/te and ping-b:b/te: equal; no reason given\n');
  assert.match(stderr, /1 similar pair, 1 without a reason[\s\S]*nodes\/[\s\S]*use[\s\S]*apart/);
});

test('with a reason they are listed, and do not fail', async (t) => {
  const { code, stdout, stderr } = await run(t, '', ", apart: 'It is the address of the peer.\\u001B[2J'");
  assert.equal(code, 0);
  assert.match(stdout, /equal; apart: It is the address of the peer\./);
  assert.doesNotMatch(stdout, /\u001b/);
  assert.equal(stderr, '1 similar pair, 0 without a reason.\n');
});

test('a spec that cannot be read is not taken for one without similar nodes', async (t) => {
  const cwd = await tempFolder(t, { 'spec/stanzas/ping-a.yaml': 'id: [' });
  assert.equal(await nearEqualNodes([], testIo({ cwd })), 1);
});
