import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormName } from '../../../../lib/capture/forms/index.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { attributesOf, decodeBinary, fixture, one, trees } from './parse-inputs.ts';
import { ACK, allNodes, cutContent, node, offer, text } from './parse-trees.ts';

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

  it('reads the lines of whatsmeow, with colors, sorted attributes and omitted bytes', () => {
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

  it('reads a node as Node prints it, and reports what Node omitted', () => {
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

  it('reports WABinary that cannot be decoded', () => {
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

  it('survives bytes that would crash the decoder', () => {
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
  it('is the only one that is tried', () => {
    const names: [string, FormName][] = [
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
