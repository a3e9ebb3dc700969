import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linearPattern } from '../../../../lib/corpus/types/linear-pattern.ts';
import fc from '../../../helpers/fast-check.ts';
import { assertGrowsLinearly } from '../../../helpers/grows-linearly.ts';

const ALLOWED: readonly [pattern: string, fits: readonly string[], not: readonly string[]][] = [
  ['[0-9A-F]{4}', ['00AF'], ['00af', '00AFF', '', '00AF\n']],
  [
    '(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?',
    ['1.22.333.4', '1.2.3.4:5'],
    ['1.2.3', '1.2.3.4:', '1.2.3.4567'],
  ],
  ['[^@]*@(lid|s\\.whatsapp\\.net)', ['A@lid', '@s.whatsapp.net'], ['A@lidx', 'A']],
  ['a{2,}', ['aa', 'aaaa'], ['a']],
  ['a{0,2}b', ['b', 'ab', 'aab'], ['aaab']],
  ['(?:ab)+', ['ab', 'abab'], ['', 'aba']],
  ['[\\w-]+', ['a-b_9'], ['a b']],
  ['[]]'.replace('[]]', '[\\]\\-a]'), [']', '-', 'a'], ['b']],
  ['.', ['x'], ['', '\n']],
];

/** Each with the character at which it is refused. */
const REFUSED: readonly [pattern: string, at: number][] = [
  ['(a+)+', 0],
  ['(?:a*b)*', 0],
  ['(?:a|a)*', 5],
  ['a*a', 2],
  ['.*x', 2],
  ['a?a', 2],
  ['(a|ab)', 3],
  ['(?:a?)*', 0],
  ['(a?|b)', 1],
  ['a||b', 2],
  ['(?=a)', 0],
  ['(?!a)', 0],
  ['(?<=a)', 0],
  ['(?<n>a)', 0],
  ['(a)\\1', 3],
  ['\\k', 0],
  ['\\p', 0],
  ['\\b', 0],
  ['^a', 0],
  ['a$', 1],
  ['a*?', 2],
  ['a{2}{3}', 4],
  ['a{3,2}', 1],
  ['a{', 1],
  ['*a', 0],
  ['[z-a]', 1],
  ['[a-\\d]', 1],
  ['[]', 0],
  ['[a', 0],
  ['(a', 0],
  ['a)', 1],
  ['a]', 1],
  ['a\\', 1],
  ['(?:a{99}){99}', 3],
  [`${'('.repeat(30)}a${')'.repeat(30)}`, 21],
];

describe('linearPattern', () => {
  for (const [pattern, fits, not] of ALLOWED) {
    it(`takes ${pattern}`, () => {
      const read = linearPattern(pattern);
      assert.ok('form' in read, JSON.stringify(read));
      for (const value of fits) assert.match(value, read.form);
      for (const value of not) assert.doesNotMatch(value, read.form);
    });
  }

  for (const [pattern, at] of REFUSED) {
    it(`refuses ${pattern}`, () => {
      const read = linearPattern(pattern);
      assert.ok('problem' in read, `${pattern} is taken`);
      assert.equal(read.at, at, read.problem);
      assert.match(read.problem, /^[a-z'].*[^.]$/);
    });
  }

  it('takes only patterns that need linear time', () => {
    const part: fc.Arbitrary<string> = fc.letrec<{ one: string }>((tie) => ({
      one: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\w'),
        fc
          .tuple(tie('one'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}'))
          .map(([inner, quantifier]) => `(?:${inner})${quantifier}`),
        fc.array(tie('one'), { minLength: 2, maxLength: 3 }).map((all) => all.join('')),
        fc.array(tie('one'), { minLength: 2, maxLength: 3 }).map((all) => `(?:${all.join('|')})`),
      ),
    })).one;
    const forms: RegExp[] = [];
    fc.assert(
      fc.property(part, (pattern) => {
        const read = linearPattern(pattern);
        if ('form' in read) forms.push(read.form);
      }),
      { numRuns: 1500 },
    );
    assert.ok(forms.length > 100, `${forms.length} of 1500 are taken`);
    assertGrowsLinearly(400, (size) => {
      const texts = ['a', 'ab', 'abb', 'b'].map((unit) => `${unit.repeat(size)}!`);
      return () => {
        for (const form of forms) for (const text of texts) form.test(text);
      };
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab()[]{}|*+?\\.^$-:=!<12,') }), (text) => {
        const read = linearPattern(text);
        assert.ok('form' in read || (read.at >= 0 && read.at <= text.length));
      }),
      { numRuns: 3000 },
    );
  });
});
