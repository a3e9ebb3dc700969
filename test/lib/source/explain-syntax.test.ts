import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_BYTES } from '../../../lib/source/decode.ts';
import { readSource } from '../../../lib/source/read-source.ts';

const found = (text: string) => readSource('a.yaml', new TextEncoder().encode(text)).findings;
const places = (text: string): string[] => found(text).map(({ line, column }) => `${line}:${column}`);

const BEGIN = 'id: a\nvalues:\n  - value: b\n    confidence: unknown\n    description: One.\n';

test('a mistake in the middle of a file is one finding, whatever follows', () => {
  const rest = Array.from(
    { length: 40 },
    (_, i) => `  - value: c${i}\n    confidence: unknown\n    description: One.\n`,
  ).join('');
  const wrong: readonly (readonly [string, string])[] = [
    ['  - value: x\n    description: So: and so.\n', '7:18'],
    ['  - value: x\n    description: `so` and so.\n', '7:18'],
    ['  - value: x\n\tdescription: So.\n', '7:1'],
    [' - value: x\n   description: So.\n', '6:2'],
    ['    - value: x\n      description: So.\n', '6:5'],
    ['  - value: x\n   description: So.\n', '7:4'],
    ['  - value: x\n     description: So.\n', '7:6'],
    ['  - value: x\n    description:So.\n', '7:16'],
  ];
  for (const [text, at] of wrong) {
    for (const eol of ['\n', '\r\n']) {
      assert.deepEqual(
        places(`${BEGIN}${text}${rest}`.replaceAll('\n', eol)),
        [at],
        JSON.stringify(text + eol),
      );
    }
  }
});

test('mistakes that have nothing to do with each other are all said', () => {
  const text = `${BEGIN}  - value: @x\n    description: So: and so.\n  - value: "\\q"\n    description: *so* it is\n`;
  assert.deepEqual(places(text), ['6:12', '7:18', '8:13', '9:18']);
});

test('a proposal is followed by a file that is read', () => {
  for (const value of ['So: and so.', '`so`', '@so', '%so', '*so* it is', '- so', '[so] it is', 'so #12']) {
    const quoted = `${BEGIN}  - value: x\n    description: '${value}'\n`;
    const folded = `${BEGIN}  - value: x\n    description: >-\n      ${value}\n`;
    assert.deepEqual([found(quoted), found(folded)], [[], []], value);
    assert.match(
      found(`${BEGIN}  - value: x\n    description: ${value}\n`)[0]?.hint ?? '',
      /^Put the text in quotes, or after >- /,
      value,
    );
  }
});

test('a file of nothing but mistakes is read in time', () => {
  for (const piece of [
    'a: b: c\n',
    'a: b: ',
    '\ta: b\n',
    ' - a\n- b\n',
    'a: "b" c\n',
    '- [#a\n',
    'a:b\n',
    "' ",
  ]) {
    // A quarter of the most: the parser itself takes a second for some of these.
    const text = piece.repeat(Math.floor(MAX_BYTES / 4 / piece.length));
    const start = performance.now();
    assert.ok(found(text).length <= 22);
    assert.ok(performance.now() - start < 8000, `${piece} takes ${performance.now() - start} ms`);
  }
});
