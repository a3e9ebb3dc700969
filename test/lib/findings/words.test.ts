import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareFindings } from '../../../lib/findings/compare-findings.ts';
import { type Finding, finding } from '../../../lib/findings/finding.ts';
import { clip } from '../../../lib/text/clip.ts';
import { printable, printableLine } from '../../../lib/text/printable.ts';
import { suggest } from '../../../lib/text/suggest.ts';
import fc from '../../helpers/fast-check.ts';

describe('printable', () => {
  test('shows invisible characters', () => {
    assert.equal(
      printable('a\u001b[0m\0\u007f\u009b\r'),
      'a\\u{001b}[0m\\u{0000}\\u{007f}\\u{009b}\\u{000d}',
    );
    assert.equal(
      printable('\u202e\u2066\u200f\u061c\u2028\ufeff'),
      '\\u{202e}\\u{2066}\\u{200f}\\u{061c}\\u{2028}\\u{feff}',
    );
  });

  test('leaves text as it is', () => {
    for (const text of ['', 'a\n\tb', 'é名前\u{1f600}', 'a: b # c', 'x::y', '## [a]', '# a'])
      assert.equal(printable(text), text);
  });

  test('breaks up workflow commands', () => {
    assert.equal(printable('::error::x'), '\\u{003a}:error::x');
    assert.equal(printable('a\n  ::error::x'), 'a\n  \\u{003a}:error::x');
    assert.equal(printable('a ##[error]b'), 'a #\\u{0023}[error]b');
  });

  test('one line stays one line', () => {
    assert.equal(printableLine('a\n\tb'), 'a\\u{000a}\\u{0009}b');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\p{Cc}\u2028\u2029]/u.test(printableLine(text)),
      ),
    );
  });
});

describe('suggest', () => {
  const names = ['description', 'display_name', 'direction', 'tag', 'id', 'call-creator'];

  test('the nearest name', () => {
    assert.equal(suggest('desciption', names), 'description');
    assert.equal(suggest('dispaly_name', names), 'display_name');
    assert.equal(suggest('DIRECTION', names), 'direction');
    assert.equal(suggest('callcreator', names), 'call-creator');
    assert.equal(suggest('call_creator', names), 'call-creator');
    assert.equal(suggest('tga', ['tags', 'tag']), undefined);
    assert.equal(suggest('tagg', names), 'tag');
    assert.equal(suggest('ie', names), undefined);
  });

  test('none where none is near, and never the word itself', () => {
    assert.equal(suggest('zzzzzz', names), undefined);
    assert.equal(suggest('tag', ['tag']), undefined);
    assert.equal(suggest('x', []), undefined);
    assert.equal(suggest('', names), undefined);
  });

  test('the first of two that are equally near', () => {
    assert.equal(suggest('abcx', ['abca', 'abcb']), 'abca');
    assert.equal(suggest('abcx', new Set(['abcb', 'abca'])), 'abcb');
  });

  test('a word of any length takes no time', () => {
    const start = performance.now();
    suggest(
      'a'.repeat(100_000),
      Array.from({ length: 2000 }, (_, i) => `${'a'.repeat(90)}${i}`),
    );
    assert.ok(performance.now() - start < 500);
  });
});

test('clip marks what it cuts', () => {
  assert.equal(clip('abc', 3), 'abc');
  assert.equal(clip('abcd', 3), 'abc…');
  assert.equal(clip('a'.repeat(121)).length, 121);
});

describe('findings', () => {
  const make = (file: string, line: number, column: number): Finding =>
    finding('yaml/empty', {}, { file, line, column });

  test('are ordered by file, line, column and code', () => {
    const sorted = [
      make('A', 9, 9),
      make('a', 1, 2),
      make('a', 2, 1),
      finding('yaml/encoding', {}, { file: 'a', line: 10, column: 1 }),
      finding('yaml/merge-key', {}, { file: 'a', line: 10, column: 1 }),
      make('a', 10, 3),
      make('b', 1, 1),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
        assert.deepEqual([...shuffled].sort(compareFindings), sorted);
      }),
    );
  });

  test('have a hint only if there is one', () => {
    assert.ok(!('hint' in finding('file/unknown-folder', { name: 'x' }, make('a', 1, 1))));
    assert.equal(make('a', 1, 1).path, '');
    assert.equal(make('a', 1, 1).level, 'error');
  });
});
