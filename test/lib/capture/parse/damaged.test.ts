import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { printXml } from '../../../../lib/capture/tree/print-xml.ts';

const LINES = [
  '<call from="15550177@s.whatsapp.net" id="9D02">',
  '  <terminate call-id="77EE66DD" reason="busy"/>',
  '</call>',
];
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a stanza that is damaged, or among others', () => {
  it('without spaces between its attributes is broken, and each value ends at its quote', () => {
    for (const between of [
      ['"', '"'],
      ["'", '"'],
      ['"', "'"],
    ] as const) {
      const [a, b] = between;
      const { stanzas, problems } = parse(`<call from=${a}A${a}id=${b}1A${b} t=${b}7${b}><te/></call>`);
      assert.deepEqual(
        stanzas[0]?.root.attributes.map(({ name, value }) => [name, value]),
        [
          ['from', 'A'],
          ['id', '1A'],
          ['t', '7'],
        ],
      );
      assert.deepEqual([stanzas[0]?.broken, problems.length, problems[0]?.column], [true, 1, 15]);
      assert.equal(problems[0]?.code, 'xml/no-blank');
    }
    // Quotes inside of a value are a part of it.
    const { stanzas, problems } = parse('<call notify="a "b" c" id="1"/>');
    assert.deepEqual([stanzas[0]?.root.attributes[0]?.value, problems], ['a "b" c', []]);
  });

  it('can have numeric escapes of Rust and Go, and reports invalid ones', () => {
    for (const [written, value] of [
      [String.raw`\u{e9}\u{1f600}`, 'é\u{1f600}'],
      [String.raw`\U0001f600`, '\u{1f600}'],
    ] as const) {
      const { stanzas, problems } = parse(
        `Node { tag: "call", attrs: {"id": "a${written}b"}, content: None }`,
      );
      assert.deepEqual([stanzas[0]?.root.attributes[0]?.value, problems], [`a${value}b`, []]);
    }
    for (const written of [
      String.raw`\u{202e}`,
      String.raw`\u{1b}`,
      String.raw`\u{d800}`,
      String.raw`\U0000202e`,
    ]) {
      const { stanzas, problems } = parse(
        `Node { tag: "call", attrs: {"id": "a${written}b"}, content: None }`,
      );
      assert.deepEqual([stanzas[0]?.broken, problems.length], [true, 1], written);
    }
    const place = parse(String.raw`{"xml":"\u{e9}\u{1f600} <call id='1' id='2'/>"}`).problems[0]?.column;
    assert.equal(place, 38);
  });

  it('can follow right-aligned line numbers', () => {
    const pretty = ['{', '  "tag": "call",', '  "attrs": { "id": "9D02" }', '}'];
    for (const [tool, prefix] of Object.entries({
      'cat -n': (n: number) => `${String(n + 9).padStart(6)}\t`,
      'less -N': (n: number) => `${String(n + 98).padStart(7)} `,
      bat: (n: number) => `${String(n + 9).padStart(4)}   │ `,
      'grep -nT': (n: number) => `${String(n + 9).padStart(4)}:\t`,
      'a thread': () => '  990 ',
    })) {
      const read = (lines: readonly string[]) =>
        parse(lines.map((line, n) => `${prefix(n)}${line}\n`).join(''));
      const { stanzas, problems } = read(LINES);
      assert.deepEqual([problems, stanzas.length], [[], 1], tool);
      assert.equal(printXml(stanzas[0]?.root as never), `${LINES.join('\n')}\n`);
      const json = read(pretty);
      assert.deepEqual([json.problems, json.stanzas[0]?.root.attributes[0]?.value], [[], '9D02'], tool);
    }
  });

  it('is read if there is a NUL byte elsewhere in the log, and broken if it contains one', () => {
    const { stanzas, problems } = parse(
      bytesOf(`12:00 a\0b\n${LINES.join('\n')}\n<a b="1">\0\0<c d="2"/></a>\n`),
    );
    assert.deepEqual(
      stanzas.map(({ broken }) => broken),
      [undefined, true],
    );
    assert.deepEqual([problems[0]?.line, problems[0]?.column], [1, 8]);
    assert.ok(problems.some(({ line, column }) => line === 5 && column === 10));
    const rotated = parse(bytesOf(`${'\0'.repeat(5000)}${LINES.join('\n')}\n`));
    assert.deepEqual([rotated.stanzas.length, rotated.problems.length], [1, 1]);
    const wide = [...LINES.join('\n')].map((character) => `${character}\0`).join('');
    assert.equal(parse(bytesOf(wide)).problems[0]?.code, 'input/not-text');
  });

  it('is not a payload if it is the rest of one that another program interrupted', () => {
    for (const end of ['bot-1  | </call>\n', '']) {
      const { stanzas } = parse(
        `bot-1  | ${LINES[0]}\nweb-1  | GET /\nbot-1  | ${LINES[1]}\n${end}bot-1  | <call from="1@lid" id="2"/>\n`,
      );
      assert.deepEqual(
        stanzas.map(({ root, broken }) => [root.tag, broken]),
        [
          ['call', true],
          ['terminate', true],
          ['call', undefined],
        ],
      );
    }
    const flat = parse(
      `${LINES[0]}\nGET /\n<terminate reason="busy"/>\n</call>\n<terminate reason="busy"/>\n`,
    );
    assert.deepEqual(
      flat.stanzas.map(({ broken }) => broken),
      [true, true, undefined],
    );
    const node = parse(
      "bot-1  | { tag: 'call',\nweb-1  | GET /\nbot-1  |   content: [ { tag: 'terminate', attrs: {} } ] }\n",
    );
    assert.deepEqual(
      node.stanzas.map(({ root, broken }) => [root.tag, root.cut, broken]),
      [
        ['call', true, undefined],
        ['terminate', false, true],
      ],
    );
    assert.deepEqual(
      node.problems.map(({ line }) => line),
      [3],
    );
  });
});
