import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeNode } from 'whatsapp-rust-bridge';
import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';

const decodeBinary = await loadBinaryDecoder();

/** Where something is wrong in an input of one stanza, and whether the stanza is broken. */
function wrongOf(input: string | Uint8Array) {
  const { stanzas, problems } = parse(input, { decodeBinary });
  return {
    tags: stanzas.map(({ root }) => root.tag),
    broken: stanzas.every(({ broken }) => broken === true),
    at: problems.map(({ line, column }) => `${line}:${column}`),
    messages: problems.map(({ message }) => message).join('\n'),
    hints: problems.map(({ hint }) => hint),
  };
}

/** Each input is read, is broken, and what is wrong with it is said at the mark `¦`, which is taken out. */
function assertWrong(cases: readonly (readonly [input: string, message: RegExp])[]): void {
  for (const [marked, message] of cases) {
    const at = marked.indexOf('¦');
    const before = marked.slice(0, at);
    const place = `${before.split('\n').length}:${at - before.lastIndexOf('\n')}`;
    const wrong = wrongOf(marked.replace('¦', ''));
    assert.deepEqual(wrong.at, [place], marked);
    assert.match(wrong.messages, message, marked);
    assert.deepEqual([wrong.tags.length, wrong.broken], [1, true], marked);
    assert.ok(wrong.hints.every((hint) => hint !== ''));
  }
}

const LOGGED = '12:00:00.000 [Client/Recv DEBUG] ';

describe('a stanza that is not well formed', () => {
  it('has a duplicate attribute', () => {
    assertWrong([
      ['<call id="7" ¦id="7"/>', /the attribute twice/],
      [`${LOGGED}<call id="7"><relaylatency a="1" b="2" ¦a="3"/></call>`, /the attribute twice/],
      ['{"level":10,"xml":"<call id=\'7\' ¦id=\'8\'/>"}', /the attribute twice/],
      ['{"tag":"call","attrs":{"id":"7",¦"id":"7"}}', /the attribute twice/],
      ["{ tag: 'call', attrs: { id: '7', ¦id: '8' } }", /the attribute twice/],
      ['["call",{"id":"7",¦"id":"8"},null]', /the attribute twice/],
      ['{"tag":"call","attrs":{},¦"tag":"ack"}', /repeated key/],
      ['{Tag:call Attrs:map[id:7 ¦id:8] Content:<nil>}', /the attribute twice/],
      ['Node[description=call, attributes={id=7, ¦id=8}]', /the attribute twice/],
      ['Node { tag: "call", attrs: {"id": "7", ¦"id": "8"}, content: None }', /the attribute twice/],
      ['Node{Tag:"call", Attrs:Attrs{"id":"7", ¦"id":"8"}}', /the attribute twice/],
      ['{"Tag":"call","Attrs":{"id":"7",¦"id":"8"},"Content":null}', /the attribute twice/],
      ['{"Tag":"call","Attrs":{"id":"7"},"Content":null,¦"Tag":"ack"}', /repeated key/],
      [
        '{"tag":"call","attrs":{"from":{"_jid":{"user":"7","server":"lid"}},¦"from":"8"}}',
        /the attribute twice/,
      ],
    ]);
  });

  it('has an undefined reference', () => {
    assertWrong([
      ['<call id="7" from="a¦&nobody;b"/>', /entity that is not defined/],
      [`${LOGGED}<call id="7" from="¦&nobody;"/>`, /entity that is not defined/],
      ['<call id="7"><te>a¦&nobody;</te></call>', /entity that is not defined/],
      ['<call id="¦&#0;"/>', /a stanza cannot contain/],
      ['<call id="¦&#xDFFF;"/>', /a stanza cannot contain/],
      ['<call id="¦&#x110001;"/>', /a stanza cannot contain/],
      ['<call id="¦&#99999999999;"/>', /a stanza cannot contain/],
      ['<call id="a¦&#27;[1m"/>', /a stanza cannot contain/],
      ['<call id="a¦&#x202E;b"/>', /a stanza cannot contain/],
      [`${LOGGED}<call id="¦&#x0;"/>`, /a stanza cannot contain/],
      ['{"tag":"call","attrs":{"id":"a¦&#27;[1m"}}', /a stanza cannot contain/],
    ]);
  });

  it('contains a control character, a terminal escape or a change of text direction', () => {
    for (const character of [
      '\u001b[32m',
      '\u001b]0;a',
      '\u009b1m',
      '\u0001',
      '\u202e',
      '\u2067',
      '\u200f',
    ]) {
      const escaped = character.replace(/[^\x20-\x7e]/g, hexOf);
      assertWrong([
        [`<call id="7" from="a¦${character}b"/>`, /character/],
        [`${LOGGED}<call id="7" from="¦${character}b"/>`, /character/],
        [`{"tag":"call","attrs":{"id":"a¦${character}b"}}`, /character/],
        [`{"tag":"call","attrs":{"id":¦"a${escaped}b"}}`, /character/],
        [`{ tag: 'call', attrs: { id: 'a¦${character}b' } }`, /character/],
        [`["call",{"id":"a¦${character}b"},null]`, /character/],
        [`Node { tag: "call", attrs: {"id": "a¦${character}b"}, content: None }`, /character/],
        [`Node{Tag:"call", Attrs:Attrs{"id":"a¦${character}b"}}`, /character/],
        [`{"Tag":"call","Attrs":{"id":¦"a${escaped}b"},"Content":null}`, /character/],
        [`{"tag":"call","attrs":{"from":¦{"_jid":{"user":"a${escaped}","server":"lid"}}}}`, /character/],
      ]);
    }
    // Without quotes a colour in a value cannot be told from one of the log, which is taken away.
    for (const character of ['\u009b1m', '\u0001', '\u202e']) {
      assertWrong([
        [`{Tag:call Attrs:map[id:a¦${character}b] Content:<nil>}`, /character/],
        [`{Tag:call Attrs:map[i¦${character}d:7] Content:<nil>}`, /name/],
        [`{Tag:call Attrs:map[id:7] Content:[{Tag:t¦${character}e Attrs:map[] Content:<nil>}]}`, /name/],
        [`Node[description=call, attributes={id=a¦${character}b}, children=[]]`, /character/],
      ]);
    }
    assertWrong([
      ["{ tag: 'call', attrs: { id: ¦'a\\x1b[32mb' } }", /control/],
      ['{"tag":"call","attrs":{},"content":¦"a\\u001b[32mb"}', /content/],
      ['{"tag":"call","attrs":{¦"i\\u202ed":"7"}}', /name/],
      ['<call id="7"><te>a¦\u202eb</te></call>', /content/],
      ['{"tag":"call","attrs":{"id":¦"\\ud83d"}}', /half of a character/],
    ]);
  });

  it('does not include colors around values, and normal text', () => {
    for (const input of [
      `\u001b[36m${LOGGED}<call id="7" from="a"/>\u001b[0m`,
      '\u001b[36m<call\u001b[0m id=\u001b[33m"7"\u001b[0m from=\u001b[33m"a"\u001b[0m/>',
      "{ tag: \u001b[32m'call'\u001b[39m, attrs: { id: \u001b[32m'7'\u001b[39m } }",
      `${LOGGED}<call id="7" notify="it's <3 & \u{1f600}\u200d\u2764 \u05d0"/>`,
      '<call id="7" notify="a &amp; b &#65;"/>',
      '<?xml version="1.0"?>\n<call id="7"/>',
    ]) {
      const { stanzas, problems } = parse(input);
      assert.deepEqual([stanzas.length, problems, stanzas[0]?.broken], [1, [], undefined], input);
    }
  });

  it('does not affect the next one', () => {
    const { stanzas, problems } = parse(
      '<!DOCTYPE a>\nword\n<call id="6"/>\n<call id="7"><?x y?></call>\n<call id="8"/>',
    );
    assert.deepEqual(
      stanzas.map(({ broken }) => broken),
      [undefined, true, undefined],
    );
    assert.equal(problems.length, 1);
  });

  it('declares something, has text beside children, or a tag in a value', () => {
    assertWrong([
      ['<call id="7">¦<!DOCTYPE x></call>', /declaration/],
      ['<call id="7">¦<?x y?></call>', /declaration/],
      ['¦<!DOCTYPE call [<!ENTITY a "b">]>\n<call id="7"/>', /declaration/],
      ['¦<!ENTITY a "b"><call id="7"/>', /declaration/],
      ['¦<?x y?>\n<call id="7"/>', /declaration/],
      ['<call id="7"><te a="1"/>¦word</call>', /both text and children/],
      ['<call id="7"><enc><!-- 12 bytes -->¦abcd</enc></call>', /left out/],
      ['<call id="7" from="¦<te "/>', /inside a value/],
    ]);
  });
});

const hexOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

describe('WABinary that is not well formed', () => {
  const frame = encodeNode({
    tag: 'call',
    attrs: { id: 'AB', to: 'CD' },
    content: [
      { tag: 'offer', attrs: { 'call-id': 'EF' } },
      { tag: 'te', attrs: { a: 'G' }, content: Uint8Array.of(1, 2, 3) },
    ],
  });
  const read = (bytes: Uint8Array) => parse(bytes, { decodeBinary });

  it('is read to the end of its bytes, and says what they end in', () => {
    for (let length = 5; length < frame.length; length++) {
      const { stanzas, problems } = read(frame.subarray(0, length));
      assert.equal(problems.length, 1, String(length));
      assert.match(problems[0]?.message ?? '', new RegExp(`it ends inside .* at byte ${length}\\.`));
      for (const { root, broken } of stanzas) {
        assert.deepEqual([root.tag, root.cut, broken], ['call', true, true]);
      }
      assert.equal(stanzas.length, length >= 8 ? 1 : 0, String(length));
    }
    const [last] = read(frame.subarray(0, -1)).stanzas;
    assert.deepEqual(
      last?.root.children.map(({ tag, cut, attributes, content }) => [tag, cut, attributes.length, content]),
      [
        ['offer', false, 1, undefined],
        ['te', true, 1, undefined],
      ],
    );
  });

  it('reports extra bytes, and a missing dictionary', () => {
    const more = read(Uint8Array.of(...frame, 1, 2));
    assert.match(
      more.problems[0]?.message ?? '',
      new RegExp(`there are more bytes after its end at byte ${frame.length}`),
    );
    assert.deepEqual([more.stanzas[0]?.root.children.length, more.stanzas[0]?.broken], [2, true]);
    const strange = read(Uint8Array.of(0, 0xf8, 5, 0x19, 4, 0xfc, 1, 65, 4, 0xf1, 9));
    assert.match(strange.problems[0]?.message ?? '', /unknown dictionary at byte 9/);
    assert.deepEqual([strange.stanzas[0]?.root.attributes.length, strange.stanzas[0]?.broken], [1, true]);
    assert.equal(read(frame).problems.length, 0);
  });

  it('has an attribute twice, or a control character in a value', () => {
    for (const [bytes, message] of [
      [Uint8Array.of(0, 0xf8, 5, 0x19, 4, 0xfc, 1, 65, 4, 0xfc, 1, 66), /repeats an attribute at byte 8/],
      [Uint8Array.of(0, 0xf8, 3, 0x19, 4, 0xfc, 2, 65, 27), /control character/],
    ] as const) {
      for (const input of [bytes, Buffer.from(bytes).toString('hex')]) {
        const { stanzas, problems } = parse(input, { decodeBinary });
        assert.match(problems[0]?.message ?? '', message);
        assert.deepEqual([problems.length, stanzas.length, stanzas[0]?.broken], [1, 1, true]);
      }
    }
  });

  it('is read no deeper than nodes may be nested, and without nested JIDs', () => {
    for (const bytes of [
      [0, ...Array(70).fill([0xf8, 2, 0x19, 0xf8, 1]).flat(), 0xf8, 1, 0x19],
      [0, 0xf8, 3, 0x19, 4, ...Array(100_000).fill(0xfa)],
    ]) {
      const { problems } = read(Uint8Array.from(bytes));
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', /deeper than 64|inside another one/);
    }
    assert.equal(read(frame).problems.length, 0);
  });
});
