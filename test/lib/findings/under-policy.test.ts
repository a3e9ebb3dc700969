import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODES, type FindingCode } from '../../../lib/findings/codes.ts';
import type { Code } from '../../../lib/findings/parts/code.ts';
import type { Level } from '../../../lib/findings/parts/level.ts';
import { type CodeCases, type Files, strictly, unmark, validateAll } from '../../cases/case.ts';
import { CASES } from '../../cases/index.ts';

const LOWER: Readonly<Record<Level, Level>> = { error: 'warning', warning: 'note', note: 'note' };
const isPolicy = (code: FindingCode): boolean => (CODES[code] as Code<never>).policy !== undefined;

const filesOf = (one: CodeCases['rejects'][number]): Files | undefined =>
  'at' in one ? (one.files as Files | undefined) : unmark(one as Files).files;

/** The levels of the findings of one code, in their order. */
const levels = (files: Files, code: FindingCode): Level[] =>
  validateAll(files)
    .findings.filter((one) => one.code === code)
    .map(({ level }) => level);

test('what is policy is one level lower in a spec that does not ask for it', () => {
  const lowered = new Set<FindingCode>();
  for (const { code, rejects } of CASES.filter(({ code }) => isPolicy(code))) {
    for (const files of rejects.map(filesOf).filter((one) => one !== undefined)) {
      const strict = levels(strictly(files), code);
      const lenient = levels(files, code);
      // What the rules see differs where a definition has unknown keys, which our policy leaves out.
      if (lenient.length !== strict.length) continue;
      for (const [i, level] of strict.entries()) {
        // A key that resembles a known one is a mistake everywhere.
        const isMistake = code === 'schema/unknown-key' && lenient[i] === level;
        if (!isMistake) assert.equal(lenient[i], LOWER[level], `${code} in\n${JSON.stringify(files)}`);
        if (lenient[i] !== level) lowered.add(code);
      }
    }
  }
  const expected = (Object.keys(CODES) as FindingCode[]).filter(
    (code) => isPolicy(code) && CODES[code].level !== 'note',
  );
  assert.deepEqual([...lowered].sort(), expected.sort());
});

test('no rule about safety, references or contradictions is policy', () => {
  const policy = (Object.keys(CODES) as FindingCode[]).filter(isPolicy);
  assert.deepEqual(
    policy.filter((code) => /^(?:yaml|capture|reference|example|value|id|path|release|file)\//.test(code)),
    [],
  );
  for (const code of ['link/not-https', 'source/malformed', 'source/no-file', 'schema/bad-form'] as const)
    assert.equal(isPolicy(code), false, code);
});
