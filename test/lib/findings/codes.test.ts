import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CODES } from '../../../lib/findings/codes.ts';
import { acceptComplaints, type Messages, messagesOf, rejectComplaints } from '../../cases/check-case.ts';
import { CASES } from '../../cases/index.ts';

// After a change of words or cases: UPDATE_MESSAGES=1 node --test test/lib/findings/codes.test.ts, then read the diff.
const FILE = new URL('../../cases/messages.json', import.meta.url);
if (process.env['UPDATE_MESSAGES']) {
  const all = CASES.map(({ code, rejects }) => [code, rejects.map((one) => messagesOf(code, one))] as const);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}
const MESSAGES: Messages = JSON.parse(readFileSync(FILE, 'utf8'));

describe('the codes of findings', () => {
  it('have one group of cases each, with one that passes and two that fail', () => {
    assert.deepEqual(CASES.map(({ code }) => code).sort(), Object.keys(CODES).sort());
    for (const { code, accepts, rejects } of CASES) {
      assert.ok(accepts.length >= 1, `${code} has no passing case`);
      assert.ok(rejects.length >= 2, `${code} has not two failing cases`);
    }
  });

  it('say why they matter, in sentences', () => {
    for (const [code, { title, why }] of Object.entries(CODES)) {
      assert.match(title, /^[A-Z].*[^.]$/, code);
      assert.match(why, /^[A-Z`].*\.$/, code);
    }
  });

  it('have the exact words of every rejecting case written down, and of no other', () => {
    const counts = (of: Messages): object =>
      Object.fromEntries(Object.entries(of).map(([code, { length }]) => [code, length]));
    const expected = Object.fromEntries(CASES.map(({ code, rejects }) => [code, rejects.map(() => [])]));
    assert.deepEqual(
      counts(MESSAGES),
      counts(expected),
      'Run this with UPDATE_MESSAGES=1 and read what has changed.',
    );
    for (const cases of Object.values(MESSAGES)) for (const words of cases) assert.ok(words.length > 0);
  });

  for (const cases of CASES) {
    const { code, accepts, rejects } = cases;
    describe(code, () => {
      for (const [i, one] of accepts.entries()) {
        it(`accepts case ${i + 1}`, () => assert.deepEqual(acceptComplaints(one), []));
      }
      for (const [i, one] of rejects.entries()) {
        it(`rejects case ${i + 1}`, () => {
          assert.deepEqual(rejectComplaints(cases, one, MESSAGES[code]?.[i]), []);
        });
      }
    });
  }
});
