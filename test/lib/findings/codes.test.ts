import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CODES, type FindingCode } from '../../../lib/findings/codes.ts';
import { compareFindings } from '../../../lib/findings/compare-findings.ts';
import type { Finding } from '../../../lib/findings/finding.ts';
import { runCase } from '../../cases/case.ts';
import { CASES } from '../../cases/index.ts';

const shown = ({ code, file, line, column, message }: Finding): string =>
  `${code} ${file}:${line}:${column} ${message}`;

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

  for (const { code, accepts, rejects } of CASES) {
    describe(code, () => {
      for (const [i, one] of accepts.entries()) {
        it(`accepts case ${i + 1}`, () => {
          assert.deepEqual(runCase(one).findings.map(shown), []);
        });
      }
      for (const [i, one] of rejects.entries()) {
        it(`rejects case ${i + 1}`, () => rejected(code, one));
      }
    });
  }
});

function rejected(code: FindingCode, one: (typeof CASES)[number]['rejects'][number]): void {
  const { findings, at } = runCase(one);
  const found = findings.filter((finding) => finding.code === code);
  assert.deepEqual(
    found.map(({ file, line, column }) => `${file}:${line}:${column}`).sort(),
    [...at].sort(),
    findings.map(shown).join('\n'),
  );
  assert.ok(at.length > 0, 'a failing case expects at least one place');
  assert.deepEqual(findings, [...findings].sort(compareFindings));
  for (const { level, message, hint } of found) {
    assert.equal(level, CODES[code].level);
    assert.doesNotMatch(`${message} ${hint ?? ''}`, /undefined|\[object|NaN/);
    assert.doesNotMatch(message, /\.\.$/);
  }
}
