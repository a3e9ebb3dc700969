import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import { type CaptureForm, FORMS } from '../../../../lib/capture/forms/index.ts';
import { type DecodeBinary, type ParseOptions, parse } from '../../../../lib/capture/parse/parse.ts';
import { MAX_PROBLEMS } from '../../../../lib/capture/parse/report.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import fc from '../../../helpers/fast-check.ts';
import { ACK, allNodes, bytes, cutContent, node, offer, text, withCut } from './parse-trees.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(name, FIXTURES), 'utf8');

let decodeBinary: DecodeBinary;
before(async () => {
  decodeBinary = await loadBinaryDecoder();
});

/** The trees of an input in which everything can be read. */
function trees(input: string | Uint8Array, options: ParseOptions = {}): CapturedNode[] {
  const { stanzas, problems } = parse(input, { decodeBinary, ...options });
  assert.deepEqual(problems, []);
  return stanzas.map(({ root }) => root);
}

function one(input: string, options: ParseOptions = {}): CapturedNode {
  const [root, ...more] = trees(input, options);
  assert.ok(root !== undefined && more.length === 0, `${more.length} more`);
  return root;
}

/** The attributes of one node, as an object. */
const attributesOf = ({ attributes }: CapturedNode): unknown =>
  Object.fromEntries(attributes.map(({ name, value }) => [name, value]));

describe('parse: the forms', () => {
  const places = (
    name: string,
  ): [form: string, direction: string | undefined, line: number, column: number][] =>
    parse(fixture(name), { decodeBinary }).stanzas.map(({ form, direction, line, column }) => [
      form,
      direction,
      line,
      column,
    ]);

  it('reads the records of pino that Baileys writes', () => {
    assert.deepEqual(trees(fixture('baileys-pino.log')), [offer(), ACK]);
    assert.deepEqual(places('baileys-pino.log'), [
      ['pino', 'incoming', 2, 98],
      ['pino', 'outgoing', 4, 98],
    ]);
    assert.equal(parse(fixture('baileys-pino.log')).skipped, 3);
  });

  it('reads the lines that whatsmeow writes, with colours, sorted attributes and bytes that it left out', () => {
    const [first, second] = trees(fixture('whatsmeow.log'));
    const sorted = offer(cutContent(160));
    const [payload] = sorted.children;
    assert.ok(payload);
    const wanted = {
      ...sorted,
      children: [{ ...payload, attributes: payload.attributes.toReversed() }],
    };
    assert.deepEqual([first, second], [wanted, ACK]);
    assert.deepEqual(places('whatsmeow.log'), [
      ['whatsmeow', 'incoming', 2, 39],
      ['whatsmeow', 'outgoing', 4, 39],
    ]);
    assert.equal(parse(fixture('whatsmeow.log')).skipped, 2);
  });

  it('reads XML-like text in any indentation', () => {
    const [first, second] = trees(fixture('bare.xml.txt'));
    const whole = offer();
    const [payload] = whole.children;
    assert.ok(payload);
    assert.deepEqual(first, {
      ...whole,
      attributes: whole.attributes.filter(({ name }) => name !== 'notify'),
      children: [
        { ...payload, children: [...payload.children.slice(0, 2), node('note', {}, text('a <b> & c'))] },
      ],
    });
    assert.deepEqual(second, ACK);
    assert.deepEqual(places('bare.xml.txt'), [
      ['xml', undefined, 3, 7],
      ['xml', undefined, 13, 1],
    ]);
  });

  it('reads a BinaryNode as JSON, with either form of a Buffer', () => {
    assert.deepEqual(trees(fixture('node.json')), [offer()]);
    assert.deepEqual(trees(fixture('node-base64.json')), [offer()]);
    assert.deepEqual(places('node.json'), [['json', undefined, 1, 1]]);
  });

  it('reads what Node prints for one, and says what Node left out', () => {
    const [whole, shallow, short] = trees(fixture('inspected.txt'));
    assert.deepEqual(whole, offer(cutContent(160)));
    assert.deepEqual(shallow, {
      ...offer(),
      children: [node('offer', {}, undefined, true)],
    });
    assert.ok(short);
    const cut = allNodes(short).flatMap(({ attributes }) => attributes.filter((attribute) => attribute.cut));
    assert.deepEqual(
      cut.map(({ name, value }) => [name, value]),
      [
        ['from', '100000000000'],
        ['notify', "O'Neil <the "],
        ['call-id', '001122334455'],
        ['call-creator', '100000000000'],
      ],
    );
    assert.deepEqual(short.children[0]?.children, offer(cutContent(160)).children[0]?.children);
    assert.deepEqual(places('inspected.txt'), [
      ['node-inspect', 'incoming', 1, 6],
      ['node-inspect', undefined, 34, 29],
      ['node-inspect', undefined, 45, 16],
    ]);
  });

  it('reads the old array form', () => {
    assert.deepEqual(trees(fixture('array.json')), [offer()]);
    assert.deepEqual(places('array.json'), [['array', undefined, 1, 1]]);
  });

  it('reads WABinary as hex, base64 and bytes', () => {
    const hex = fixture('frame.hex.txt').trim();
    const pairs = (hex.match(/../g) ?? []).join(' ');
    const raw = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    for (const input of [
      hex,
      `0x${hex.toUpperCase()}`,
      pairs,
      pairs.replace(/.{48}/g, '$&\n'),
      hex.replace(/.{60}/g, '$&\r\n'),
      // Without the byte of flags.
      hex.slice(2),
      fixture('frame.base64.txt'),
      fixture('frame.base64.txt').replace(/\s/g, '').replaceAll('+', '-').replaceAll('/', '_'),
      `received ${hex} from the socket`,
      raw,
    ]) {
      assert.deepEqual(trees(input), [offer()]);
    }
    assert.deepEqual(places('frame.hex.txt'), [['hex', undefined, 1, 1]]);
    assert.deepEqual(places('frame.base64.txt'), [['base64', undefined, 1, 1]]);
    const { stanzas } = parse(`x [Client/Recv DEBUG] ${hex}\n${hex}\n`, { decodeBinary });
    assert.deepEqual(
      stanzas.map(({ direction, line, column }) => [direction, line, column]),
      [
        ['incoming', 1, 23],
        [undefined, 2, 1],
      ],
    );
  });

  it('says so when WABinary cannot be decoded', () => {
    const hex = fixture('frame.hex.txt').trim();
    for (const [input, options] of [
      [hex, {}],
      [hex.slice(0, 8), { decodeBinary }],
      [Uint8Array.of(0, 0xf8, 8, 0xf4, 4), { decodeBinary }],
      [Uint8Array.of(1, 0, 0xff, 0xfe), { decodeBinary }],
    ] as const) {
      const { stanzas, problems } = parse(input, options);
      assert.equal(stanzas.length, 0);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', /WABinary/);
    }
  });

  it('outlives bytes that would break the decoder', () => {
    const deep = Uint8Array.from([0, ...Array(20_000).fill([0xf8, 2, 0x19, 0xf8, 1]).flat(), 0xf8, 1, 0x19]);
    assert.match(parse(deep, { decodeBinary }).problems[0]?.message ?? '', /deeper than 64/);
    const few = Uint8Array.from([0, ...Array(100).fill([0xf8, 2, 0x19, 0xf8, 1]).flat(), 0xf8, 1, 0x19]);
    assert.match(parse(few, { decodeBinary }).problems[0]?.message ?? '', /deeper than 64/);
    assert.deepEqual(trees(fixture('frame.hex.txt')), [offer()]);
  });

  it('reads text in UTF-16 and with a byte order mark', () => {
    const input = `\uFEFF${fixture('bare.xml.txt')}`;
    const little = new Uint8Array(Uint16Array.from(input, (character) => character.charCodeAt(0)).buffer);
    const big = Uint8Array.from(little, (_, i) => little[i ^ 1] ?? 0);
    const wanted = parse(fixture('bare.xml.txt'));
    for (const encoded of [input, new TextEncoder().encode(input), little, big]) {
      assert.deepEqual(parse(encoded), wanted);
    }
  });
});

describe('parse: a form that is named', () => {
  it('is what is looked for', () => {
    const names: [string, CaptureForm][] = [
      ['baileys-pino.log', 'pino'],
      ['whatsmeow.log', 'whatsmeow'],
      ['bare.xml.txt', 'xml'],
      ['node.json', 'json'],
      ['inspected.txt', 'node-inspect'],
      ['array.json', 'array'],
      ['frame.hex.txt', 'hex'],
      ['frame.base64.txt', 'base64'],
    ];
    for (const [name, form] of names) {
      const found = parse(fixture(name), { decodeBinary });
      assert.deepEqual(parse(fixture(name), { decodeBinary, form }), found, name);
      for (const [other] of names) {
        for (const { form: got } of parse(fixture(other), { decodeBinary, form }).stanzas) {
          assert.equal(got, form);
        }
      }
    }
    const { stanzas, problems } = parse(fixture('node.json'), { form: 'hex' });
    assert.deepEqual([stanzas.length, problems.length], [0, 1]);
  });

  it('decides whether &amp; is one character', () => {
    const input = '<a b="1 &amp; &#x41;&no"/>';
    assert.deepEqual(attributesOf(one(input)), { b: '1 & A&no' });
    assert.deepEqual(attributesOf(one(input, { form: 'whatsmeow' })), { b: '1 &amp; &#x41;&no' });
  });
});

describe('parse: XML-like text', () => {
  it('finds where a value ends in which nothing is escaped', () => {
    for (const [input, wanted] of [
      [`<a b='it's' c='<3 y="z"/>' d='1>2'/>`, { b: "it's", c: '<3 y="z"/>', d: '1>2' }],
      [`<a b="say "hi" & go" c=""/>`, { b: 'say "hi" & go', c: '' }],
      [`<a b="x"> y" c="1"><d/></a>`, { b: 'x"> y', c: '1' }],
      [`<a b="x"> y"/>`, { b: 'x"> y' }],
      [`<a  b = '1'\n\tc\n=\n"2" />`, { b: '1', c: '2' }],
      [`<a b="'" c='"'></a>`, { b: "'", c: '"' }],
    ] as const) {
      assert.deepEqual(attributesOf(one(input)), wanted);
    }
  });

  it('tells hex from text as the programs print them', () => {
    const content = (input: string): unknown => one(input).content;
    assert.deepEqual(content(`<a b='1'>\n\t3132\n</a>`), bytes(0x31, 0x32));
    assert.deepEqual(content(`<a b="1">3132</a>`), text('3132'));
    assert.deepEqual(content(`<a b="1">0102030405</a>`), bytes(1, 2, 3, 4, 5));
    assert.deepEqual(content(`<a b="1">00ff\n  00ff\n</a>`), bytes(0, 255, 0, 255));
    assert.deepEqual(content(`<a b="1">0A0B</a>`), text('0A0B'));
    assert.deepEqual(content(`<a b='1'>012</a>`), text('012'));
    assert.deepEqual(content(`<a b="1">\n  one\n    two </a>`), text('one\ntwo'));
    assert.deepEqual(content(`<a b="1"><!-- 1 bytes --></a>`), cutContent(1));
    const remark = parse(`<a b="1"><!-- a remark --></a>`);
    assert.deepEqual(remark.stanzas[0]?.root.content, undefined);
    assert.match(remark.problems[0]?.message ?? '', /comment/);
    assert.deepEqual(content(`<a b="1">{"x<y":"1 > 0"}<![CDATA[<z>]]></a>`), text('{"x<y":"1 > 0"}<z>'));
  });

  it('marks all that is open where the log breaks off', () => {
    const broken = node(
      'call',
      { a: '1' },
      [node('offer', { b: '2' }, [node('x', {}, [], false)], true)],
      true,
    );
    const next = '12:34:56.789 [Client/Send DEBUG] <ack id="1"/>';
    for (const input of ['<call a="1"><offer b="2"><x/>', '<call a="1">\n  <offer b="2">\n    <x/>\n    <']) {
      assert.deepEqual(trees(input), [broken]);
      for (const line of ['', '{"level":10,"msg":"x"}\n', 'at some place in a file\n']) {
        const { stanzas, problems } = parse(`${input.replace(/\s*<$/, '')}\n${line}${next}`);
        const roots = stanzas.map(({ root }) => root);
        assert.deepEqual(roots, [broken, node('ack', { id: '1' })], line);
        // A line that is no entry of the log may stand in the middle of a stanza.
        assert.equal(problems.length, line.startsWith('at') ? 1 : 0, line);
        assert.equal(stanzas[0]?.broken, line.startsWith('at') ? true : undefined);
      }
    }
    assert.deepEqual(trees(`<call a="1" b="23\n${next}`), [
      withCut(node('call', { a: '1', b: '23' }, [], true), 'b'),
      node('ack', { id: '1' }),
    ]);
    assert.deepEqual(trees(`<call a="1" b=\n`), [withCut(node('call', { a: '1' }, [], true), 'a')]);
    assert.deepEqual(trees(`<call a="1"><x><!-- 12 by\n${next}`), [
      node('call', { a: '1' }, [node('x', {}, [], true)], true),
      node('ack', { id: '1' }),
    ]);
    assert.deepEqual(trees(`<call a='1'><x b='2'>0a0`), [
      node('call', { a: '1' }, [node('x', { b: '2' }, bytes(10), true)], true),
    ]);
  });

  it('says what is not closed, what was never opened, and what is no attribute', () => {
    const { stanzas, problems } = parse('<a b="1">\n<c><d/></a>\n<e f="1"></g></e>\n<h i="1" j=k></h>');
    assert.deepEqual(
      stanzas.map(({ root }) => root),
      [
        node('a', { b: '1' }, [node('c', {}, [node('d')], true)]),
        node('e', { f: '1' }),
        withCut(node('h', { i: '1" j=k></h>' }, [], true), 'i'),
      ],
    );
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [2, 1],
        [3, 10],
        // The value goes on to where a quote is missing.
        [4, 14],
      ],
    );
  });

  it('takes what stands in brackets in other lines for no stanza', () => {
    const { stanzas, problems, skipped } = parse(`
      at <anonymous>:1:2
      a <b and c> d, Map<string, number>, x << 2, <3, <no value> </p> <!-- x -->
      at Promise<void> [as x] {closed}, [12:00:00] INFO, {"a": [1, {"b": "<c>"}]}
      <call a="1"/>
      Error <unknown> of <Buffer 01 02>
    `);
    assert.deepEqual(
      stanzas.map(({ root }) => root),
      [node('call', { a: '1' })],
    );
    // But for a tag that closes: it may be the end of a stanza.
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
    assert.equal(skipped, 4);
  });

  it('stops at 64 levels, and goes on behind them', () => {
    const deep = (levels: number): string => `${'<a b="1">'.repeat(levels)}${'</a>'.repeat(levels)}`;
    assert.equal(allNodes(one(deep(64))).length, 64);
    const { stanzas, problems } = parse(`${deep(70)}\n<ack id="1"/>`);
    assert.deepEqual(
      stanzas.map(({ root }) => allNodes(root).length),
      [64, 1],
    );
    assert.equal(problems.length, 1);
    assert.deepEqual(
      allNodes(stanzas[0]?.root as CapturedNode).map(({ cut }) => cut),
      [...Array(63).fill(false), true],
    );
  });
});

describe('parse: records', () => {
  it('reads XML in a text of a record, and knows where it stands', () => {
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

  it('finds the place behind escapes and joints', () => {
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

  it('cannot be made to change prototypes, and keeps names that come twice', () => {
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

  it('says what is no part of a node', () => {
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

describe('parse: any input', () => {
  const files = readdirSync(FIXTURES);

  it('says that a text without a stanza has none', () => {
    for (const input of ['', ' \n', 'some text\n', new Uint8Array(0)]) {
      const { stanzas, problems } = parse(input);
      assert.deepEqual([stanzas.length, problems.length], [0, 1]);
    }
  });

  it('changes nothing of what it is given', () => {
    const input = new TextEncoder().encode(fixture('baileys-pino.log'));
    const copy = input.slice();
    assert.deepEqual(parse(input), parse(input));
    assert.deepEqual(input, copy);
  });

  it('reads each beginning of each form, as cut or with a problem', () => {
    for (const name of files) {
      const whole = fixture(name);
      const lines = whole.split('\n');
      const { stanzas } = parse(whole, { decodeBinary });
      const first = stanzas[0];
      assert.ok(first);
      const start = lines.slice(0, first.line - 1).join('\n').length + first.column - 1;
      const attributesIn = (found: typeof stanzas) =>
        found.flatMap(({ root }) => allNodes(root).flatMap(({ attributes }) => attributes));
      const values = attributesIn(stanzas);
      const wholeTrees = new Set(stanzas.map(({ root }) => JSON.stringify(root)));
      for (let end = 0; end < Math.min(whole.length, start + 1600); end++) {
        const part = parse(whole.slice(0, end), { decodeBinary });
        const told =
          part.problems.length > 0 || part.stanzas.some(({ root }) => allNodes(root).some(({ cut }) => cut));
        const finished = part.stanzas.every(({ root }) => wholeTrees.has(JSON.stringify(root)));
        assert.ok(told || (finished && part.stanzas.length > 0), `${name} to ${end}`);
        // What was read is the beginning of what is there: no value that the whole does not begin with.
        for (const { name: attribute, value, cut } of attributesIn(part.stanzas)) {
          assert.ok(
            values.some(
              (one) => one.name === attribute && (cut ? one.value.startsWith(value) : one.value === value),
            ),
            `${name} to ${end}: ${attribute}=${value}`,
          );
        }
      }
    }
  });

  it('finds all stanzas between other lines, whatever their forms', () => {
    const piece = fc.constantFrom(
      ...files.map((name) => ({
        input: fixture(name),
        count: parse(fixture(name), { decodeBinary }).stanzas.length,
      })),
      ...[
        '12:34:56.789 [Client INFO] Connecting to <unknown>\n',
        '{"level":30,"time":1,"msg":"it is {not} a <stanza>"}\n',
        '\u001b[31m[2026-01-01 12:00:00] ERROR: at <anonymous> (file:1:2) ["x\u001b[0m\n',
        '\n',
        'plain words, "quoted" and it\'s done\n',
      ].map((input) => ({ input, count: 0 })),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const input = pieces.map((one) => one.input).join('');
        const { stanzas } = parse(input, { decodeBinary });
        assert.equal(
          stanzas.length,
          pieces.reduce((sum, { count }) => sum + count, 0),
        );
        assert.ok(stanzas.every(({ root }) => root.tag === 'call' || root.tag === 'ack'));
      }),
      { numRuns: 60 },
    );
  });

  it('never throws: random bytes, random text, random tokens', () => {
    const tokens = fc
      .array(
        fc.constantFrom(
          ...[
            '<a',
            '<a b="1"',
            "='",
            '"',
            "'",
            '`',
            '>',
            '/>',
            '</a>',
            '<',
            '<!--',
            '-->',
            '<![CDATA[',
            ']]>',
          ],
          ...[
            '{',
            '}',
            '[',
            ']',
            ':',
            ',',
            '"tag"',
            '"attrs"',
            '"content"',
            '"xml":"',
            'tag:',
            '\\',
            '\\u00',
            '+',
          ],
          ...[
            '<Buffer 00',
            ' ... 1 more bytes>',
            '... 2 more items',
            '[Object]',
            '\n',
            '\n12:00:00 ',
            ' ',
            '&#x',
          ],
          ...[
            '00f80806',
            'APgI',
            '\u001b[3',
            '1m',
            '__proto__',
            '<ref *1>',
            'Uint8Array(2) ',
            '=>',
            '\0',
            '\ud800',
          ],
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(''));
    const form = fc.constantFrom<CaptureForm | undefined>(undefined, ...FORMS.map(({ name }) => name));
    fc.assert(
      fc.property(
        fc.oneof(tokens, tokens, fc.string({ unit: 'binary' }), fc.uint8Array()),
        form,
        (input, form) => {
          const { stanzas, problems } = parse(input, { decodeBinary, form });
          assert.ok(stanzas.length + problems.length > 0);
          const lines = typeof input === 'string' ? input.split('\n').length : input.length + 1;
          for (const { line, column } of [...stanzas, ...problems]) {
            assert.ok(line >= 1 && line <= lines && column >= 1);
          }
          for (const { root } of stanzas) {
            assert.notEqual(root.tag, '');
            if (typeof input === 'string' && !input.includes('\\u'))
              assert.ok(allNodes(root).length <= input.length);
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('tells a bounded number of problems', () => {
    const { problems } = parse('<a b="1"></c></a>\n'.repeat(MAX_PROBLEMS + 10));
    assert.equal(problems.length, MAX_PROBLEMS + 1);
    assert.match(problems.at(-1)?.message ?? '', /10 more/);
  });
});
