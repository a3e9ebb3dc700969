import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from '../../../../site/model/views/highlight.ts';

test('highlighting does not depend on the speed of the machine', async (t) => {
  const code = `{ ${Array.from({ length: 40 }, (_, i) => `"key-${i}": [true, "text ${i}"]`).join(', ')} }`;
  const fast = await highlight(code, 'json');
  assert.ok(new Set(fast.flat().map(({ role }) => role)).size >= 2);
  // The clock goes a second ahead with each call.
  let now = Date.now();
  t.mock.method(Date, 'now', () => {
    now += 1000;
    return now;
  });
  assert.deepEqual(await highlight(code, 'json'), fast);
});

test('a very long line is not highlighted', async () => {
  const [line = []] = await highlight(`<a b="${'x'.repeat(30_000)}"/>`, 'xml');
  assert.equal(line.length, 1);
});
