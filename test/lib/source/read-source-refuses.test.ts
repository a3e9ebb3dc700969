import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAX_BYTES } from '../../../lib/source/decode.ts';
import { MAX_DEPTH, type ReadResult, readSource } from '../../../lib/source/read-source.ts';
import { assertGrowsLinearly } from '../../helpers/grows-linearly.ts';
import { bytesOf, found, readYaml as read } from './read-yaml.ts';

const NUL = '\0';
const RLO = '\u202e';

/** What is refused: the content of a file, and every finding that it has. */
const REFUSED: Readonly<Record<string, readonly [string | readonly number[], ...string[]]>> = {
  'a duplicate key': ['id: a\ntag: b\nid: c\n', 'yaml/duplicate-key 3:1'],
  'a duplicate key inside a list': ['a:\n  - b: 1\n    b: 2\n', 'yaml/duplicate-key 3:5'],
  'a duplicate key in braces': ['a: {b: 1, b: 2}\n', 'yaml/duplicate-key 1:11'],
  'a key that is a duplicate but for its quotes': ['a: 1\n"a": 2\n', 'yaml/duplicate-key 2:1'],
  'each duplicate of a key': ['a: 1\na: 2\na: 3\n', 'yaml/duplicate-key 2:1', 'yaml/duplicate-key 3:1'],
  'an anchor on a value': ['a: &x b\n', 'yaml/anchor 1:4'],
  'an anchor on a list': ['a: &x\n  - b\n', 'yaml/anchor 1:4'],
  'an anchor on a block of text': ['a: &x |\n  b\n', 'yaml/anchor 1:4'],
  'an anchor in braces': ['{a: &x b, &y c: d}\n', 'yaml/anchor 1:5', 'yaml/anchor 1:11'],
  'an anchor on everything': ['--- &x\na: b\n', 'yaml/anchor 1:5'],
  'an anchor on a key': ['&x a: b\n', 'yaml/anchor 1:1'],
  'an alias': ['a: &x b\nc: *x\n', 'yaml/anchor 1:4', 'yaml/alias 2:4'],
  'an alias as a key': ['a: &x b\n*x : c\n', 'yaml/anchor 1:4', 'yaml/alias 2:1'],
  'an anchor beside a syntax error': ['a: &x b\nc: d: e\n', 'yaml/anchor 1:4', 'yaml/syntax 2:4'],
  'YAML 1.1': ['%YAML 1.1\n---\na: yes\n', 'yaml/directive 1:1'],
  'a later YAML': ['# a\n%YAML 1.3\n---\na: b\n', 'yaml/directive 2:1'],
  'a directive for tags': [
    '%TAG ! tag:example.org,2000:\n---\na: !x b\n',
    'yaml/directive 1:1',
    'yaml/tag 3:4',
  ],
  'a directive that nobody knows': ['%FOO bar\n---\na: b\n', 'yaml/directive 1:1'],
  'an alias without an anchor': ['a: *x\n', 'yaml/alias 1:4'],
  'a merge key': ['a: 1\n<<: {b: 1}\n', 'yaml/merge-key 2:1'],
  'a merge key with an alias': [
    'a: &x {b: 1}\nc:\n  <<: *x\n',
    'yaml/anchor 1:4',
    'yaml/alias 3:7',
    'yaml/merge-key 3:3',
  ],
  'a list as a key': ['? [a]\n: b\n', 'yaml/key-not-text 1:3'],
  'a number as a key': ['a: b\n1: c\n', 'yaml/key-not-text 2:1'],
  'no key': ['a: b\n: c\n', 'yaml/key-not-text 2:1'],
  'a NUL': [`id: a\ntag: b${NUL}c\n`, 'yaml/control-character 2:7'],
  'a bell': ['a: \u0007\n', 'yaml/control-character 1:4'],
  'a control of the second page': ['a: b\u0085\n', 'yaml/control-character 1:5'],
  'a character that turns the direction of writing': [`a: "x${RLO}y"\n`, 'yaml/control-character 1:6'],
  'the same as an escape': ['a: b\nc: "x\\u202ey"\n', 'yaml/control-character 2:4'],
  'the same in a key': ['"x\\u202ey": b\n', 'yaml/control-character 1:1'],
  'the same in a comment': [`a: b # ${RLO}\n`, 'yaml/control-character 1:8'],
  'a NUL as an escape': ['a: ["\\0"]\n', 'yaml/control-character 1:5'],
  'half a character as an escape': ['a: "\\ud800"\n', 'yaml/control-character 1:4'],
  'a separator of lines': ['a: b\u2028c\n', 'yaml/control-character 1:5'],
  'a byte order mark inside': ['a: b\n\ufeffc: d\n', 'yaml/control-character 2:1'],
  'bytes that are not UTF-8': [[...bytesOf('id: a\ntag: '), 0xff, 0x0a], 'yaml/encoding 2:6'],
  'such bytes behind wide characters': [[...bytesOf('a: é\u{1f600}'), 0xc3, 0x28], 'yaml/encoding 1:7'],
  'such bytes behind a replacement character': [[...bytesOf('a: \ufffd'), 0xc0], 'yaml/encoding 1:5'],
  'the same behind a byte order mark': [[...bytesOf('\ufeffa: \ufffd'), 0xc0], 'yaml/encoding 1:5'],
  'a character that is cut off': [[...bytesOf('a: b'), 0xe2, 0x82], 'yaml/encoding 1:5'],
  'an encoded half of a character': [[...bytesOf('a: '), 0xed, 0xa0, 0x80], 'yaml/encoding 1:4'],
  'UTF-16': [[0xff, 0xfe, 0x61, 0x00], 'yaml/encoding 1:1'],
  nothing: ['', 'yaml/empty 1:1'],
  'blank lines': ['\n\n  \n', 'yaml/empty 1:1'],
  'only comments': ['# a\n# b\n', 'yaml/empty 1:1'],
  'only ~': ['~\n', 'yaml/empty 1:1'],
  'only null': ['null\n', 'yaml/empty 1:1'],
  'only a beginning': ['---\n', 'yaml/empty 1:1'],
  'only a byte order mark': ['\ufeff', 'yaml/empty 1:1'],
  'two documents': ['a: b\n---\nc: d\n', 'yaml/several-documents 2:1'],
  'a colon too many': ['a: b: c\n', 'yaml/syntax 1:4'],
  'a quote that does not close': ['a: "b\nc: d\n', 'yaml/syntax 3:1'],
  'a bracket that does not close': ['a: [b\n', 'yaml/syntax 2:1'],
  'a tab as indentation': ['a:\n\tb: c\n', 'yaml/syntax 2:1'],
  'an escape that is not known': ['a: "\\q"\n', 'yaml/syntax 1:5'],
};

describe('what readSource refuses', () => {
  for (const [name, [content, ...expected]] of Object.entries(REFUSED)) {
    test(name, () => {
      const result = read(content);
      assert.deepEqual(found(result), expected);
      assert.equal(result.source, undefined);
      for (const { file, level, message } of result.findings) {
        assert.equal(file, 'f.yaml');
        assert.equal(level, 'error');
        assert.doesNotMatch(message, /undefined|\[object/);
      }
    });
  }

  test('tags of every kind', () => {
    for (const text of ['!x b', '!!str b', '!!int 1', '!<tag:example.org,2000:x> b', '! b']) {
      const result = read(`a: b\nc: ${text}\n`);
      assert.deepEqual(found(result), ['yaml/tag 2:4'], text);
      assert.equal(result.findings[0]?.message, `The tag ${text.split(' ')[0]} is not allowed.`);
    }
    for (const text of ['a: !!map\n  b: c\n', 'a: !!seq [b]\n', '!!map {a: b}\n', '!x a: b\n'])
      assert.deepEqual([...new Set(read(text).findings.map(({ code }) => code))], ['yaml/tag'], text);
  });

  test('a file that is too large, before anything else', () => {
    assert.deepEqual(found(readSource('f.yaml', new Uint8Array(MAX_BYTES + 1))), ['yaml/too-large 1:1']);
    const largest = read(`a: ${'b'.repeat(MAX_BYTES - 3)}`);
    assert.deepEqual(largest.findings, []);
    assert.ok(largest.source);
  });

  test('the first syntax errors of an invalid file, and the number of others', () => {
    const rubbish = (n: number): ReadResult => read(`a: "${'\\q'.repeat(n)}"\n`);
    assert.deepEqual([...new Set(rubbish(20).findings.map(({ code }) => code))], ['yaml/syntax']);
    const { findings } = rubbish(23);
    assert.equal(findings.length, 21);
    assert.equal(findings[20]?.message, '3 more syntax errors follow from here on.');
    assert.equal(findings[20]?.column, 'a: "'.length + 1 + 2 * 20);
  });

  test('what is refused only for its form can still be read', () => {
    const draft = (text: string): unknown => read(text).draft?.data;
    assert.deepEqual(draft('a: 1\na: 2\nb: &x !!str 3\n'), { a: 1, b: '3' });
    assert.deepEqual(draft('1: a\nb: c\n'), { b: 'c' });
    for (const text of ['a: &x b\nc: *x\n', '<<: {a: b}\n', '%YAML 1.1\n---\na: yes\n', 'a: b: c\n'])
      assert.equal(draft(text), undefined, text);
    assert.equal(draft('a: b\n'), undefined, 'it was read');
  });

  test('YAML 1.2 may be named', () => {
    const { source, findings } = read('%YAML 1.2\n---\na: yes\n');
    assert.deepEqual(findings, []);
    assert.deepEqual(source?.data, { a: 'yes' });
  });

  test('nesting deeper than the limit, in every form', () => {
    const deep: Readonly<Record<string, (depth: number) => string>> = {
      brackets: (n) => `${'['.repeat(n)}a${']'.repeat(n)}`,
      braces: (n) => `${'{a: '.repeat(n)}b${'}'.repeat(n)}`,
      dashes: (n) => `${'- '.repeat(n)}a`,
      'indented keys': (n) =>
        Array.from({ length: n }, (_, i) => `${' '.repeat(i)}a:`)
          .join('\n')
          .concat(' b'),
      'explicit keys': (n) => `${'? '.repeat(n)}a`,
      mixed: (n) => `${'- [{a: ['.repeat(Math.ceil(n / 4))}`,
    };
    for (const [name, make] of Object.entries(deep)) {
      const start = performance.now();
      assert.deepEqual(
        read(make(500)).findings.map(({ code }) => code),
        ['yaml/too-deep'],
        name,
      );
      // As much as a file can hold, or what the form makes of it.
      const most = name === 'indented keys' ? make(700) : make(20_000);
      assert.equal(read(most).findings[0]?.code, 'yaml/too-deep', name);
      assert.ok(performance.now() - start < 2000, `${name} took ${performance.now() - start} ms`);
    }
    const code = (text: string): string | undefined => read(text).findings[0]?.code;
    for (const name of ['brackets', 'braces', 'dashes', 'indented keys']) {
      assert.equal(code(deep[name]?.(MAX_DEPTH) ?? ''), undefined, name);
      assert.equal(code(deep[name]?.(MAX_DEPTH + 1) ?? ''), 'yaml/too-deep', name);
    }
  });

  test('many keys and many duplicates take linear time', () => {
    const lines = (n: number, line: (i: number) => string): string =>
      Array.from({ length: n }, (_, i) => line(i)).join('');
    assertGrowsLinearly(4000, (n) => {
      const [many, same] = [lines(n, (i) => `k${i}: v\n`), lines(n, () => 'k: v\n')];
      return () => {
        assert.deepEqual(read(many).findings, []);
        assert.equal(read(same).findings.length, n - 1);
      };
    });
  });
});
