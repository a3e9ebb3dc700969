import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from '../../../../site/model/views/highlight.ts';

test('the colours are the same however slow the machine is', async (t) => {
  const code = `{ ${Array.from({ length: 40 }, (_, i) => `"key-${i}": [true, "text ${i}"]`).join(', ')} }`;
  const fast = await highlight(code, 'json');
  assert.ok(new Set(fast.flat().map(({ role }) => role)).size >= 2);
  // Between two looks at the clock a second goes by.
  let now = Date.now();
  t.mock.method(Date, 'now', () => {
    now += 1000;
    return now;
  });
  assert.deepEqual(await highlight(code, 'json'), fast);
});

test('a line that is far too long is shown without colours', async () => {
  const [line = []] = await highlight(`<a b="${'x'.repeat(30_000)}"/>`, 'xml');
  assert.equal(line.length, 1);
});
