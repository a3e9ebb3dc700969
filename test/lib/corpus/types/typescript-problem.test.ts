import assert from 'node:assert/strict';
import { it } from 'node:test';
import { typescriptProblem } from '../../../../lib/corpus/types/typescript-problem.ts';

it('typescriptProblem takes simple types and refuses everything else', () => {
  for (const text of [
    'string',
    'number',
    "'a' | 'b'",
    '`${string}@lid`',
    "`${number}:${string}` | boolean | ''",
  ]) {
    assert.equal(typescriptProblem(text), undefined, text);
  }
  for (const [text, at] of [
    ['', 0],
    ['any', 0],
    ['string;', 6],
    ['string |', 6],
    ['string | ', 9],
    ["'a", 0],
    ["'\\''", 0],
    ['`${string[]}`', 0],
    ['`a`b`', 3],
    ['string\n', 6],
    ['string | number[]', 15],
    ["'*/'; import 'x'", 4],
  ] as const) {
    assert.equal(typescriptProblem(text), at, text);
  }
});
