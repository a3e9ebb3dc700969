import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ProsePart, parseProse, plainProse } from '../../../lib/prose/parse-prose.ts';
import fc from '../../helpers/fast-check.ts';
import { assertGrowsLinearly } from '../../helpers/grows-linearly.ts';

/** Prose in a short notation: parts in brackets with their kind, text as it is. */
const notation = (text: string): string =>
  parseProse(text)
    .map((parts) => parts.map(shown).join(''))
    .join(' / ');

function shown(part: ProsePart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return `{code ${part.text}}`;
    case 'link':
      return `{link ${part.url} ${part.parts.map(shown).join('')}}`;
    default:
      return `{${part.kind} ${part.parts.map(shown).join('')}}`;
  }
}

const MARKED: Readonly<Record<string, string>> = {
  'plain words': 'plain words',
  'a `b` c': 'a {code b} c',
  '`*a*`': '{code *a*}',
  '`<b>`': '{code <b>}',
  '*a* b': '{emphasis a} b',
  '**a b** c': '{strong a b} c',
  '(*a*), **b**.': '({emphasis a}), {strong b}.',
  '*a `b` c*': '{emphasis a {code b} c}',
  '[a](https://example.org/)': '{link https://example.org/ a}',
  '[a `b` *c*](https://example.org/x?y=1#z)': '{link https://example.org/x?y=1#z a {code b} {emphasis c}}',
  '**[a](https://example.org/)**': '{strong {link https://example.org/ a}}',
  'see [a](https://example.org), [b](https://example.com/).':
    'see {link https://example.org/ a}, {link https://example.com/ b}.',
  'one\n\ntwo\n \t\nthree': 'one / two / three',
  '  \n\n one\ntwo  \n\n': 'one\ntwo',
};

/** What looks like markup and stays as it is written. */
const TEXT = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp;',
  '{expression} ${x} {{y}}',
  '# heading',
  '- item',
  '> quote',
  '_a_ __b__ ~~c~~',
  '![a](https://example.org/x.png',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](data:text/html,x)',
  '[a](http://example.org/)',
  '[a](//example.org/)',
  '[a](/x)',
  '[a](https://user@example.org/)',
  '[a](https://)',
  '[a](https://example.org/ "title")',
  '[a]( https://example.org/)',
  '[a](<https://example.org/>)',
  '[a][b]',
  '[](https://example.org/)',
  '[a\nb](https://example.org/)',
  '[a] (https://example.org/)',
  '[a](https://example.org/',
  '[a](https://example.org/(b',
  '`unclosed',
  '``',
  '*unclosed',
  '**unclosed*',
  '* a * b',
  '**',
  '***',
  '2 * 3 * 4',
  'a*b*c',
  '2*3*4',
  '*.yaml and *.yml',
  '<offer> holds <te>',
];

describe('parseProse', () => {
  test('its four marks', () => {
    for (const [text, expected] of Object.entries(MARKED)) assert.equal(notation(text), expected, text);
  });

  test('everything else is text', () => {
    for (const text of TEXT) assert.deepEqual(parseProse(text), [[{ kind: 'text', text }]], text);
  });

  test('nothing', () => {
    assert.deepEqual(parseProse(''), []);
    assert.deepEqual(parseProse(' \n\n\t'), []);
  });

  test('a link inside a link does not become one', () => {
    assert.doesNotMatch(notation('[a [b](https://example.org/)](https://example.com/)'), /link.*link/);
  });

  test('loses no word, whatever is written', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      ' ',
      '*',
      '**',
      '`',
      '[',
      ']',
      '(',
      ')',
      '\n',
      '<',
      'https://e.org/',
      '](https://e.org/)',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const letters = (words: string): string => words.replace(/[^ab<]/g, '');
        const kept = parseProse(given)
          .map((parts) => parts.map(source).join(''))
          .join('');
        assert.equal(letters(kept), letters(given));
      }),
      { numRuns: 2000 },
    );
  });

  test('links have only safe URLs, whatever the text', () => {
    const piece = fc.constantFrom(
      '[a](',
      ')',
      'https://',
      'javascript:',
      'e.org',
      '@',
      '\\',
      ' ',
      '\t',
      '//',
      ':',
      'x',
      'HTTPS://',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        (given) => {
          for (const part of parseProse(given).flat())
            if (part.kind === 'link') assert.match(part.url, /^https:\/\/[^/@\\\s]+(?:\/|$)/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('takes linear time on hostile text', () => {
    for (const unit of [
      '*',
      '**',
      '[',
      '`',
      '*a',
      '**a',
      '[a',
      '[a](',
      '[a](https://e.org/',
      '[*`',
      '*a *',
      '`a',
      '![',
      '[]',
      'a*',
      '\n\n',
      ' ',
    ]) {
      assertGrowsLinearly(25_000 / unit.length, (n) => {
        const text = unit.repeat(n);
        return () => {
          parseProse(text);
          plainProse(text);
        };
      });
    }
  });
});

/** What a part was made from, as far as words go. */
function source(part: ProsePart): string {
  if ('parts' in part) return part.parts.map(source).join('');
  return part.text;
}

test('plainProse is the words on one line', () => {
  assert.equal(plainProse('A `b` *c* **d**\n[e](https://example.org/).\n\nF  g.'), 'A b c d e. F g.');
  assert.equal(plainProse('<b> [x](javascript:y)'), '<b> [x](javascript:y)');
  assert.equal(plainProse(''), '');
});
