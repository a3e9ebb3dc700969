import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineCounter } from '../../../lib/source/line-counter.ts';
import fc from '../../helpers/fast-check.ts';

test('offsets become lines and columns', () => {
  const at = lineCounter('ab\n\ncd\r\ne');
  const places = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((offset) => Object.values(at(offset)).join(':'));
  assert.deepEqual(places, ['1:1', '1:2', '1:3', '2:1', '3:1', '3:2', '3:3', '3:4', '4:1', '4:2']);
  assert.deepEqual(lineCounter('')(0), { line: 1, column: 1 });
});

test('it agrees with a naive count', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\u{1f600}')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(60), (given, offset) => {
      const end = Math.min(offset, given.length);
      const lines = given.slice(0, end).split('\n');
      assert.deepEqual(lineCounter(given)(end), {
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
      });
    }),
  );
});
