import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readSource } from '../../../lib/source/read-source.ts';
import fc from '../../helpers/fast-check.ts';
import { bytesOf, found, readYaml as read } from './read-yaml.ts';

describe('what readSource reads', () => {
  test('values, and the positions of them and their keys', () => {
    const { source, findings } = read('id: a # first\nlist:\n  - b: 1\n  - "c"\n');
    assert.deepEqual(findings, []);
    assert.deepEqual(source?.data, { id: 'a', list: [{ b: 1 }, 'c'] });
    const at = (pointer: (string | number)[], of?: 'key' | 'value') => {
      const { line = 0, column = 0 } = source?.place(pointer, of) ?? {};
      return `${line}:${column}`;
    };
    assert.equal(at([]), '1:1');
    assert.equal(at(['id']), '1:5');
    assert.equal(at(['id'], 'key'), '1:1');
    assert.equal(at(['list']), '3:3');
    assert.equal(at(['list', 0, 'b']), '3:8');
    assert.equal(at(['list', 0, 'b'], 'key'), '3:5');
    assert.equal(at(['list', 1]), '4:5');
    assert.equal(at(['list', 1], 'key'), '4:5', 'an item has no key');
    assert.equal(at(['list', 7, 'zzz']), '3:3', 'the nearest that is there');
    assert.equal(at(['zzz', 'a', 0]), '1:1');
  });

  test('the spelling of a value that is not text', () => {
    const { source } = read('a: 1.10\nb: "1.10"\nc: [0x1F, true, .5]\nd: {e: 1}\n');
    assert.deepEqual(source?.data, { a: 1.1, b: '1.10', c: [31, true, 0.5], d: { e: 1 } });
    assert.equal(source?.spelling(['a']), '1.10');
    assert.equal(source?.spelling(['b']), undefined);
    assert.equal(source?.spelling(['c', 0]), '0x1F');
    assert.equal(source?.spelling(['c', 1]), 'true');
    assert.equal(source?.spelling(['d']), undefined);
    assert.equal(source?.spelling(['d', 'zzz']), undefined);
  });

  test('yes, no, on and off are text, as in YAML 1.2', () => {
    assert.deepEqual(read('a: [yes, no, on, off, 012, 1_0, 12:30]\n').source?.data, {
      a: ['yes', 'no', 'on', 'off', 12, '1_0', '12:30'],
    });
  });

  test('a key without a value is omitted, with a warning at the key', () => {
    for (const value of ['', ' ~', ' null', ' # nothing']) {
      const result = read(`a: b\nc:${value}\nd:\n  e:${value}\n  f: g\n`);
      assert.deepEqual(found(result), ['yaml/no-value 2:1', 'yaml/no-value 4:3']);
      assert.ok(result.findings.every(({ level }) => level === 'warning'));
      assert.deepEqual(result.source?.data, { a: 'b', d: { f: 'g' } });
    }
    assert.deepEqual(read('a: [b, ~]\n').source?.data, { a: ['b', null] }, 'in a list it keeps its place');
  });

  test('keys that objects inherit are keys like any other', () => {
    const { source, findings } = read(
      '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ntoString: x\nhasOwnProperty: y\n',
    );
    assert.deepEqual(findings, []);
    const data = source?.data as Record<string, unknown>;
    assert.deepEqual(Object.keys(data), ['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
    assert.equal(Object.getPrototypeOf(data), Object.prototype);
    assert.deepEqual(Object.getOwnPropertyDescriptor(data, '__proto__')?.value, { polluted: true });
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.deepEqual(found(read('__proto__: a\n__proto__: b\n')), ['yaml/duplicate-key 2:1']);
  });

  test('line ends of Windows, a byte order mark, wide characters', () => {
    const windows = read('a: b\r\nc:\r\n  d: e\r\n');
    assert.deepEqual(windows.findings, []);
    assert.deepEqual(windows.source?.data, { a: 'b', c: { d: 'e' } });
    assert.deepEqual(windows.source?.place(['c', 'd']), { file: 'f.yaml', line: 3, column: 6 });
    const block = read('a: |\r\n  one\r\n  two\r\n');
    assert.deepEqual(block.source?.data, { a: 'one\ntwo\n' });
    const marked = read('\ufeffa: b\n');
    assert.deepEqual(marked.findings, []);
    assert.deepEqual(marked.source?.place(['a'], 'key'), { file: 'f.yaml', line: 1, column: 1 });
    assert.deepEqual(read('{a: \u{1f600}, b: 1}').source?.place(['b']).column, 12, 'in UTF-16 units');
  });

  test('a file without a line end, and one that is only a word', () => {
    assert.deepEqual(read('a: b').source?.data, { a: 'b' });
    assert.equal(read('word').source?.data, 'word');
    assert.deepEqual(read('[]').source?.data, []);
    assert.deepEqual(read('---\na: b\n...\n').source?.data, { a: 'b' });
  });
});

describe('readSource, whatever the bytes', () => {
  const SPEC = new URL('../../fixtures/calls/stanzas/', import.meta.url);
  const [name = ''] = readdirSync(SPEC).sort();
  const real = readFileSync(new URL(name, SPEC)).subarray(0, 4000);

  /** Never throws, and every finding is inside the file. */
  const sound = (bytes: Uint8Array): void => {
    const { source, findings, text } = readSource('f.yaml', bytes);
    const lines = (text ?? new TextDecoder().decode(bytes)).split('\n');
    for (const { line, column, file } of findings) {
      assert.equal(file, 'f.yaml');
      assert.ok(
        Number.isInteger(line) && line >= 1 && line <= lines.length,
        `line ${line} of ${lines.length}`,
      );
      const length = (lines[line - 1] ?? '').length;
      assert.ok(
        Number.isInteger(column) && column >= 1 && column <= length + 1,
        `column ${column} of ${length}`,
      );
    }
    const errors = findings.filter(({ level }) => level === 'error');
    assert.equal(source === undefined, errors.length > 0, 'a file without values says why');
  };

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), sound), { numRuns: 300 });
  });

  test('random text', () => {
    const word = fc.constantFrom(
      ...[
        'a',
        'id',
        '"',
        "'",
        '\\',
        ':',
        ': ',
        '- ',
        '-',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a',
        '*a',
        '!',
        '!!str',
        '|',
        '>',
      ],
      ...[
        '\n',
        '\r\n',
        '\r',
        '\t',
        ' ',
        '  ',
        '#',
        ' # ',
        '---',
        '...',
        '%',
        '? ',
        '<<',
        '~',
        '1',
        '0x',
        '@',
        '`',
        '\u{1f600}',
      ],
      ...['\ufeff', '\ufffd', '\\u202e', '|2\n', '>-\n', '__proto__', '\n  ', '\n    ', 'a: b\n', '- c\n'],
    );
    const text = fc.array(word, { maxLength: 60 }).map((parts) => bytesOf(parts.join('')));
    fc.assert(fc.property(text, sound), { numRuns: 2000 });
  });

  test('a real file with random changes', () => {
    const edit = fc.record({
      at: fc.nat(real.length),
      remove: fc.nat(20),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 3 }),
        fc
          .constantFrom('\n', '\t', ': ', '- ', '[', '{', '"', "'", '&x ', '*x', '!x ', '|', '---\n', '  ')
          .map((text) => bytesOf(text)),
      ),
    });
    const mutated = fc
      .array(edit, { minLength: 1, maxLength: 4 })
      .map((edits) =>
        edits.reduce<Uint8Array>(
          (bytes, { at, remove, insert }) =>
            Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]),
          real,
        ),
      );
    fc.assert(fc.property(mutated, sound), { numRuns: 250 });
  });
});
