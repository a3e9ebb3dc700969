import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { editYaml, type YamlEdit } from '../../../lib/source/edit-yaml.ts';
import fc from '../../helpers/fast-check.ts';

const FILE = `# a comment
id: x   # behind a value
attributes:
  - name: a
    description: >-
      Folded text
      of two lines.

  # about b
  - name: b
    provenance:
      sources: [one, 'two'] # flow
  - { name: c, type: int }
children:
- tag: d # not indented
  provenance:
    sources:
    - "s1"   # first
notes: 'the end'
`;
const ORDER = ['name', 'tag', 'type', 'description', 'children', 'provenance', 'disputes', 'notes'];
const edited = (text: string, edits: readonly YamlEdit[]): string => {
  const result = editYaml(text, edits, ORDER);
  assert.ok('text' in result, JSON.stringify(result));
  return result.text;
};
/** The lines of the new text that are not in the old one, with their numbers. */
const added = (text: string, edits: readonly YamlEdit[]): string[] => {
  const old = text.split('\n');
  return edited(text, edits)
    .split('\n')
    .flatMap((line, i) => (old.includes(line) ? [] : [`${i + 1}: ${line}`]));
};

describe('editYaml', () => {
  it('appends to a flow list, keeping quotes and the comment', () => {
    assert.deepEqual(
      added(FILE, [{ list: ['attributes', 1, 'provenance', 'sources'], append: 'capture:x-01' }]),
      ["12:       sources: [one, 'two', capture:x-01] # flow"],
    );
  });

  it('appends to a block list, at its own indentation', () => {
    assert.deepEqual(
      added(FILE, [{ list: ['children', 0, 'provenance', 'sources'], append: 'capture:x-01' }]),
      ['19:     - capture:x-01'],
    );
  });

  it('creates missing parents, before the comment of the next item', () => {
    assert.deepEqual(
      added(FILE, [
        { list: ['attributes', 0, 'provenance', 'techniques'], append: 't' },
        { list: ['attributes', 0, 'provenance', 'sources'], append: '12' },
      ]),
      ['9:       techniques: [t]', "10:       sources: ['12']"],
    );
    assert.deepEqual(added(FILE, [{ list: ['attributes', 2, 'provenance', 'sources'], append: 'a: b' }]), [
      "13:   - { name: c, type: int, provenance: {sources: ['a: b']} }",
    ]);
  });

  it('puts a new item after what is added to the last one', () => {
    const text = edited(FILE, [
      { list: ['children'], append: { tag: 'e', occurrence: '1' } },
      { list: ['children', 0, 'disputes'], append: { claim: 'A claim.' } },
    ]);
    assert.deepEqual(parse(text).children, [
      { tag: 'd', provenance: { sources: ['s1'] }, disputes: [{ claim: 'A claim.' }] },
      { tag: 'e', occurrence: '1' },
    ]);
    assert.match(
      text,
      /- "s1" {3}# first\n {2}disputes:\n {4}- claim: A claim\.\n- tag: e\n {2}occurrence: '1'\nnotes/,
    );
  });

  it('applies several edits at one position', () => {
    const file =
      'a:\n  - n: x\n    p:\n      s:\n        - one\n  - n: y\n    p:\n      s:\n      - one\nz: 1\n';
    const text = edited(
      file,
      [0, 1].flatMap((i) => [
        { list: ['a', i, 'p', 't'], append: 't1' },
        { list: ['a', i, 'p', 's'], append: 'two' },
        { list: ['a', i, 'q'], append: 'q1' },
      ]),
    );
    const item = (n: string) => ({ n, p: { s: ['one', 'two'], t: ['t1'] }, q: ['q1'] });
    assert.deepEqual(parse(text), { a: [item('x'), item('y')], z: 1 });
    const first = editYaml(file, [{ list: ['a', 0, 'p', 't'], append: 't1' }], ['t', 's']);
    assert.ok('text' in first && first.text.includes('    p:\n      t: [t1]\n      s:\n'));
  });

  it('keeps the line ends of the file, and a missing last one', () => {
    const crlf = FILE.replaceAll('\n', '\r\n');
    const text = edited(crlf, [{ list: ['attributes'], append: { name: 'e' } }]);
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.equal(edited('a:\n  - b', [{ list: ['a'], append: 'c' }]), 'a:\n  - b\n  - c\n');
  });

  it('adds a text only once, and nothing is changed when nothing is added', () => {
    assert.equal(edited(FILE, [{ list: ['attributes', 1, 'provenance', 'sources'], append: 'two' }]), FILE);
  });

  it('adds a key with its value, where it belongs', () => {
    assert.deepEqual(added(FILE, [{ key: ['attributes', 0, 'type'], value: 'int' }]), ['5:     type: int']);
    assert.ok('reason' in editYaml(FILE, [{ key: ['attributes', 0, 'name'], value: 'b' }], ORDER));
  });

  it('refuses what it cannot do', () => {
    for (const [text, list] of [
      ['a: [', ['a']],
      ['text', ['a']],
      ['a: b', ['a']],
      ['a: b', ['a', 'c']],
      ['a: [1]', ['a', 3, 'b']],
    ] as const) {
      assert.ok('reason' in editYaml(text, [{ list, append: 'x' }]), text);
    }
  });

  it('leaves every byte outside of the edit unchanged', () => {
    const lists = [
      ['attributes'],
      ['children'],
      ['attributes', 0, 'disputes'],
      ['attributes', 1, 'provenance', 'sources'],
      ['attributes', 2, 'provenance', 'flavors'],
      ['children', 0, 'provenance', 'sources'],
      ['children', 0, 'children'],
      ['open_questions'],
    ];
    const edit = fc.record({ list: fc.constantFrom(...lists), append: fc.string({ maxLength: 120 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const result = editYaml(FILE, edits, ORDER);
        if ('reason' in result) return;
        // The new text contains everything of the old one in the old order.
        let at = 0;
        for (const character of FILE) {
          at = result.text.indexOf(character, at) + 1;
          assert.notEqual(at, 0);
        }
        for (const { list, append } of edits) {
          const items = list.reduce<unknown>(
            (node, step) => Reflect.get(node as object, step),
            parse(result.text),
          );
          assert.ok((items as unknown[]).includes(append));
        }
      }),
      { numRuns: 200 },
    );
  });
});
