import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { one, trees } from './parse-inputs.ts';
import { allNodes, bytes, cutContent, node, text } from './parse-trees.ts';

describe('parse: records', () => {
  it('reads XML in a string of a record, with its position', () => {
    const xml = `<a b='1' n='"é"'>\n\t\t<c >\n\t\t\t00\n\t\t</c>\n</a>`;
    const wanted = node('a', { b: '1', n: '"é"' }, [node('c', {}, bytes(0))]);
    for (const [input, direction, column] of [
      [JSON.stringify({ level: 10, xml, msg: 'recv xml' }), 'incoming', 20],
      [`x ${JSON.stringify({ msg: 'xml send', deep: { xml } })}`, 'outgoing', 36],
      // A part of a record, and what pino-pretty makes of one.
      [`"xml":${JSON.stringify(xml)},"msg":"recv xml"}`, 'incoming', 8],
      [`[12:00:00.000] TRACE (7): xml send\n    xml: ${JSON.stringify(xml)}`, 'outgoing', 11],
      [`recv xml ${inspect({ xml })}`, 'incoming', undefined],
    ] as const) {
      const { stanzas, problems } = parse(input);
      assert.deepEqual(problems, []);
      assert.equal(stanzas.length, 1, input);
      assert.deepEqual(stanzas[0]?.root, wanted, input);
      assert.deepEqual([stanzas[0]?.form, stanzas[0]?.direction], ['pino', direction]);
      if (column !== undefined) assert.equal(stanzas[0]?.column, column);
    }
    const { stanzas } = parse(JSON.stringify({ sublogger: 'Client/Send', message: '<a b="1"/>' }));
    assert.deepEqual([stanzas[0]?.form, stanzas[0]?.direction], ['whatsmeow', 'outgoing']);
  });

  it('finds the position after escapes and joined lines', () => {
    const { problems } = parse(String.raw`{"msg":"\u0041\"\n","xml":"\t\"<a b='1'><\/x>"}`);
    assert.deepEqual(
      problems.map(({ column }) => column),
      [41],
    );
    const joined = `{ xml: '\\t' +\n    'x' +\n    '<a b="1"/>' }`;
    const { stanzas } = parse(joined);
    assert.deepEqual([stanzas[0]?.line, stanzas[0]?.column], [3, 6]);
  });

  it('finds nodes in other values', () => {
    const input = JSON.stringify([{ time: 1, node: { tag: 'a', attrs: {} } }, [{ attrs: {}, tag: 'b' }]]);
    assert.deepEqual(trees(input), [node('a'), node('b')]);
    const { stanzas } = parse(`{"level":20,"recv":{"tag":"a","attrs":{}},"msg":"recv xml"}`);
    assert.equal(stanzas[0]?.direction, 'incoming');
  });

  it('reads every notation of bytes', () => {
    const data = [0, 1, 255];
    for (const content of [
      '{"type":"Buffer","data":[0,1,255]}',
      '{"type":"Buffer","data":"AAH/"}',
      '{"0":0,"1":1,"2":255}',
      '[0, 1, 255]',
      '<Buffer 00 01 ff>',
      'Uint8Array(3) [ 0, 1, 255 ]',
      'Buffer(3) [Uint8Array] [ 0, 1, 255 ]',
    ]) {
      assert.deepEqual(one(`{tag: 'a', attrs: {}, content: ${content}}`).content, bytes(...data), content);
    }
    for (const content of ['{"type":"Buffer","data":[]}', '<Buffer >', '<Buffer>', 'Uint8Array(0) []']) {
      assert.deepEqual(one(`{"tag": "a", "attrs": {}, "content": ${content}}`).content, bytes(), content);
    }
    for (const [content, size] of [
      ['<Buffer 00 01 ... 12 more bytes>', 14],
      ['Uint8Array(9) [ 0, 1, ... 7 more items ]', 9],
      ['[Uint8Array]', undefined],
    ] as const) {
      assert.deepEqual(one(`{tag: 'a', content: ${content}}`).content, cutContent(size), content);
    }
  });

  it('reads what Node prints, of any depth and width', () => {
    class BinaryNode {
      readonly tag = 'a';
      readonly attrs = Object.assign(Object.create(null), { x: `'"\n\té`, y: undefined, n: 3 });
      readonly content = [
        { tag: 'b', attrs: {} },
        { tag: 'c', attrs: { d: '`' }, content: 'e'.repeat(200) },
      ];
    }
    const wanted = node('a', { x: `'"\n\té`, n: '3' }, [
      node('b'),
      node('c', { d: '`' }, text('e'.repeat(200))),
    ]);
    for (const options of [
      {},
      { depth: 9, colors: true },
      { compact: false },
      { breakLength: 500 },
    ] as const) {
      assert.deepEqual(one(inspect(new BinaryNode(), { depth: 9, ...options })), wanted);
    }
    assert.deepEqual(one(inspect(new BinaryNode(), { maxArrayLength: 1 })), {
      ...wanted,
      children: wanted.children.slice(0, 1),
      cut: true,
    });
    const [first] = trees(inspect([{ tag: 'x', attrs: {}, content: [[{}]] }], { depth: 2 }));
    assert.deepEqual(first, node('x', {}, [], true));
  });

  it('cannot change prototypes, and keeps duplicate names', () => {
    const input = `{"tag":"a","attrs":{"__proto__":"x","constructor":"y","b":"1","b":"2"},"__proto__":{"tag":"z"}}`;
    const { stanzas, problems } = parse(input);
    assert.deepEqual(
      stanzas[0]?.root.attributes.map(({ name, value }) => [name, value]),
      [
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['b', '1'],
        ['b', '2'],
      ],
    );
    assert.deepEqual(
      problems.map(({ column }) => column),
      [input.lastIndexOf('"b"') + 1, input.lastIndexOf('"__proto__"') + 1],
    );
    assert.equal(({} as Record<string, unknown>)['tag'], undefined);
  });

  it('is no node without a tag', () => {
    for (const text of [`{tag:'',attrs:{}}`, '{"tag":"","attrs":{}}', `{tag:''`]) {
      const { stanzas, problems } = parse(text);
      assert.deepEqual([stanzas.length, problems.length], [0, 1], text);
    }
  });

  it('reports what is no part of a node', () => {
    for (const [input, column] of [
      ['{"tag":"a","attrs":{"b":{"c":1}}}', 25],
      ['{"tag":"a","attrs":7}', 20],
      ['{"tag":"a","attrs":{},"content":{"x":1}}', 33],
      ['{"tag":"a","attrs":{},"content":[true,{"no":1}]}', 39],
      ['{"tag":"a","attrs":{},"more":1}', 23],
      ['{"tag":"a","attrs":{},"content":["x","y"]}', 38],
      ['{"tag":"a","attrs":{}', 22],
      ['{"tag":"a", "attrs" {}', 21],
      ['{"tag":"a', 10],
    ] as const) {
      const { stanzas, problems } = parse(input);
      const cut = stanzas.some(({ root }) => root.cut);
      assert.ok(problems.some((problem) => problem.column === column) || cut, input);
    }
  });

  it('stops at 64 levels', () => {
    const deep = (levels: number): string =>
      `${'{"tag":"a","attrs":{},"content":['.repeat(levels)}${']}'.repeat(levels)}`;
    assert.equal(allNodes(one(deep(64))).length, 64);
    for (const levels of [65, 200, 5000]) {
      const { stanzas, problems } = parse(`${deep(levels)}\n{"tag":"b","attrs":{}}`);
      assert.deepEqual(
        stanzas.map(({ root }) => allNodes(root).length),
        [64, 1],
        `${levels}`,
      );
      assert.equal(problems.length, 1);
    }
  });
});
