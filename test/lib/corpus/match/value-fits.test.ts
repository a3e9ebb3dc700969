import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedForm, valueFits } from '../../../../lib/corpus/match/value-fits.ts';

const CASES: readonly [type: string, fits: readonly string[], not: readonly string[]][] = [
  ['string', ['', 'a', 'a\nb', '1'], []],
  ['int', ['0', '12', '-3', '007'], ['', '+1', '1.5', '1e3', 'one', ' 1', '1\n', '--1', '٣']],
  ['hex', ['0', 'abc', '00F8', '0xff'], ['', 'xyz', '0x', 'a b', 'ff\n']],
  ['bytes', ['', '00f8', 'abc', 'AAAA', 'AAA=', 'AA==', 'a-_b'], ['a b', '=', 'AAAA===', '<bytes>', 'AA\n']],
  ['bool', ['true', 'false', '1', '0'], ['', 'yes', 'True', '2', 'true ']],
  [
    'jid',
    ['A@s.whatsapp.net', 'B.0:7@s.whatsapp.net', 'B:3@lid', 'a-b@g.us', 's.whatsapp.net', 'call', '@call'],
    ['', 'a b@c', 'a@b@c', 'a@', 'a@.b', '<jid>', '12', 'a@b..c', 'call\n'],
  ],
  ['timestamp', ['1700000000', '1700000000000', '0'], ['', '2024-01-01', '-1', '1.5']],
  ['enum:colors', ['', 'anything'], []],
];

describe('valueFits', () => {
  for (const [type, fits, not] of CASES) {
    it(`knows the values of ${type}`, () => {
      for (const value of fits) assert.ok(valueFits(value, type), JSON.stringify(value));
      for (const value of not) assert.ok(!valueFits(value, type), JSON.stringify(value));
      assert.notEqual(expectedForm(type), '');
    });
  }

  it('is fast on long values', () => {
    const start = performance.now();
    for (const [type] of CASES)
      for (const end of ['', '!', '@', '=']) valueFits('a.'.repeat(50_000) + end, type);
    assert.ok(performance.now() - start < 500);
  });
});
