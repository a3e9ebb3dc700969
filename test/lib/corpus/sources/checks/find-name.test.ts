import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findName } from '../../../../../lib/corpus/sources/checks/find-name.ts';

/** How a name is found in one line, with other lines above it. */
const found = (line: string, name: string, aliases: readonly string[] = [], above: readonly string[] = []) =>
  findName({ all: [...above, line], from: above.length + 1, to: above.length + 1 }, name, aliases);

test('a name is found as it goes over the wire, in another spelling, or under an alias', () => {
  const cases: readonly (readonly [line: string, name: string, how: string])[] = [
    ['"call-id": id,', 'call-id', 'exact'],
    ["attrs['call-id']", 'call-id', 'exact'],
    ['ATTR_CALL_ID', 'call-id', 'spelling'],
    ['getCallId()', 'call-id', 'spelling'],
    ['CallID string', 'call-id', 'spelling'],
    ['call_id', 'call-id', 'spelling'],
    ['PRE_ACCEPT', 'preaccept', 'spelling'],
    ['REASON_BUSY', 'busy', 'spelling'],
    ['callIdentity', 'call-id', 'no'],
    ['recall-id', 'call-id', 'no'],
    ['"call-id-2"', 'call-id', 'no'],
    ['busyness', 'busy', 'no'],
    ['node.id', 'id', 'exact'],
    ['ID', 'id', 'spelling'],
    // A part of an identifier says too little of a short name.
    ['callId', 'id', 'no'],
    ['[]byte{0x01, 0x05, 0xf7, 0x09}', '0105f709', 'spelling'],
    ['[1, 5, 247, 9]', '0105f709', 'spelling'],
    ['[1, 5, 247, 8]', '0105f709', 'no'],
    ['(.*)+ [x]', '(.*)+', 'exact'],
    ['', '', 'no'],
  ];
  for (const [line, name, how] of cases) assert.equal(found(line, name), how, `${name} in ${line}`);
  assert.equal(found('set(KEY)', 'reason', ['KEY']), 'alias');
  assert.equal(found('set(KEYS)', 'reason', ['KEY']), 'no');
});

test('what is near the lines counts as near, and says how near', () => {
  assert.equal(found('x', 'reason', [], ['"reason"']), 'around 1');
  assert.equal(found('x', 'reason', [], ['"reason"', ...Array<string>(19).fill('')]), 'around 20');
  assert.equal(found('x', 'reason', [], ['"reason"', ...Array<string>(20).fill('')]), 'no');
  // A number, and a word of two letters, are near everything.
  assert.equal(found('x', 'to', [], ['go to']), 'no');
  assert.equal(found('x', 'to', [], ["attrs: { 'to': peer }"]), 'around 1');
  assert.equal(found('x', '205', [], ['205']), 'no');
});

test('a file of one long line takes linear time', () => {
  const started = performance.now();
  found('aB_'.repeat(1_000_000), 'ab-ab-ac');
  found('aB '.repeat(1_000_000), 'ab-ab-ac');
  assert.ok(performance.now() - started < 5000);
});
