import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarkdown, statementsIn, wordsOfLine } from '../../../lib/prose/read-markdown.ts';

const statements = (text: string): string[] =>
  statementsIn(readMarkdown(text)).map(
    ({ number, inside }) => `${number} ${wordsOfLine(inside, (code) => `\`${code}\``)}`,
  );

describe('the statements of Markdown', () => {
  it('are its sentences with a word such as MUST, each with a number of its own', () => {
    assert.deepEqual(statements('A MUST be. It is so. B SHOULD be!\n\n- C MAY be.'), [
      '1 A MUST be.',
      '2 B SHOULD be!',
      '3 C MAY be.',
    ]);
  });

  it('end outside of code, at no abbreviation and at the end of a piece in bold', () => {
    assert.deepEqual(statements('**A MUST be `x. Y`, e.g. Z.** `b` MUST be (vs. C).'), [
      '1 A MUST be `x. Y`, e.g. Z.',
      '2 `b` MUST be (vs. C).',
    ]);
  });

  it('keep every word of the text', () => {
    const text = 'A MUST be.  B is. *C SHOULD be.* [D](x) MAY be… E.';
    const words = readMarkdown(text).map((one) => (one.kind === 'paragraph' ? wordsOfLine(one.inside) : ''));
    assert.deepEqual(words, ['A MUST be.  B is. C SHOULD be. D MAY be… E.']);
  });
});

it('entities in text are what they mean, and others stay as they are', () => {
  const [block] = readMarkdown('&copy; &#x2192; &lt;b&gt; &bogus; &#0; &#x202e; `&copy;`');
  assert.ok(block?.kind === 'paragraph');
  assert.equal(
    wordsOfLine(block.inside, (code) => code),
    '© → <b> &bogus; &#0; &#x202e; &copy;',
  );
});
