import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { MAX_INPUT, MAX_STANZAS } from '../../../../lib/capture/problems/max-input.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

/** A piece of text repeated up to a length. */
const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

function milliseconds(input: string): number {
  // Of the processor, which other programs do not add to.
  const start = process.cpuUsage();
  parse(input);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('parse: time', () => {
  it('is linear for 10 MB of every form', () => {
    const all = readdirSync(FIXTURES)
      .map((name) => readFileSync(new URL(name, FIXTURES), 'utf8'))
      .join('12:00:00 [Client INFO] <nothing> of note {at all} ["x"]\n');
    const time = (length: number): number => milliseconds(repeated(all, length));
    time(1e6);
    let half = time(5e6);
    let whole = time(10e6);
    if (whole / half > 2.6) {
      // Once more, since memory is cleared at any time.
      half = Math.min(half, time(5e6));
      whole = Math.min(whole, time(10e6));
    }
    assert.ok(whole / half <= 2.6, `${half.toFixed(0)} ms, twice as much: ${whole.toFixed(0)} ms`);
  });

  it('is not quadratic in anything that is repeated', () => {
    for (const piece of [
      ...[
        '<a>',
        '<a> x ',
        '<a b="1">',
        '<a b="',
        "<a b='x' '",
        '<',
        '"<',
        '<a\n',
        '<a b="1"/> "<',
        '<a b="1"></c>',
      ],
      ...[
        '<a b="1"><!-- ',
        '<a b="1"><!--\n',
        '<a b="1">x<![CDATA[',
        '<a b="1">\nx\n',
        '\n12:00:00 <a b="1"><!--',
      ],
      ...[
        '<a b="">" x',
        '<a b="1"> "',
        '<a b="1" c',
        '<a b="1">\n<b c="1">\n',
        '"<a>" ',
        'x: "<a',
        '</a>',
        '&#65;',
      ],
      ...[
        '{',
        '[',
        '[[',
        '["',
        '{"',
        '{a:',
        '{"a":',
        '["a",',
        '[{"a":1},',
        '[1,2,{',
        '{"tag":"a","content":[',
      ],
      ...[
        '["\\"',
        '{"\\u00',
        "{'a':'b' + ",
        '["a",... 1 more item ',
        '[<Buffer 00',
        '{a: <ref *1> ',
        '{a:A',
        ' ',
        '\n',
      ],
      ...[
        '{"a":"\\t<',
        `{"a":"\\t<b c='1'></x></b>`,
        '00f80806 ',
        'APgI',
        '\u001b[',
        '\u001b[1m',
        '\ud800',
        "'<a b=\\'",
      ],
      ...[
        'Node[description=a, content=[',
        '{Tag:a Content:[',
        '{Tag:a Attrs:map[b:c ',
        '{"tag":"a","content":Some(',
        '{a:((',
        '{a:[]b{',
        '{a:&b.C{',
        '&lt;a b=',
        '&lt;p ',
        '="<a@b ',
        '\u200b',
        'rx <a b="1">\n',
        '0 <a b="1">\nx\n',
        '1| {\n',
      ],
      ...['00 ', `00f80806${'0'.repeat(56)}\n`, `${'A'.repeat(64)}\n`],
    ]) {
      for (const input of [repeated(piece, 100_000), `<a b="1">${repeated(piece, 100_000)}`]) {
        const time = milliseconds(input);
        // Some tens, as a rule; with the square of the length it would be minutes.
        assert.ok(time < 2000, `${JSON.stringify(piece)}: ${time.toFixed(0)} ms`);
      }
    }
  });

  it('does not overflow on anything that is long', () => {
    const n = 1_500_000;
    for (const [input, count] of [
      [`{tag: "a", content: <Buffer${' 00'.repeat(n / 3)}>}`, 1],
      [`{"tag":"a","content":[${'1,'.repeat(n / 2)}1]}`, 1],
      [`{"tag":"a","attrs":{"b":"${'\\n'.repeat(n / 2)}"}}`, 1],
      [`<a b="${'x'.repeat(n)}"/>`, 1],
      [`<a b="1">${'<c d="1"/>'.repeat(n / 10)}</a>`, 1],
      [`<a b="1">${' '.repeat(n)}x</a>`, 1],
      [JSON.stringify({ xml: `<a b='1'>\n${"<c d='1'/>\n".repeat(n / 12)}</a>` }), 1],
      [`{A${' '.repeat(n)}`, 0],
      [`${'['.repeat(n / 2)}"${']'.repeat(n / 2)}`, 0],
      ['a'.repeat(n), 0],
      ['0'.repeat(n), 0],
    ] as const) {
      assert.equal(parse(input).stanzas.length, count, input.slice(0, 40));
    }
  });

  it('does not overflow the stack at the largest input, and reports what exceeds it', () => {
    for (const [input, count] of [
      ['0'.repeat(MAX_INPUT), 0],
      [`${'>'.repeat(MAX_INPUT - 20)}\n> <a b="1"/>`, 1],
      [`<a b="${'\u001b[1m'.repeat(100_000)}"/>`, 1],
      [`{Tag:a Attrs:map[b:${'c '.repeat(MAX_INPUT / 2 - 50)}] Content:<nil>}`, 1],
      [`Node[description=a, attributes={b=${'c,'.repeat(MAX_INPUT / 2 - 50)}}, children=[]]`, 1],
    ] as const) {
      assert.equal(parse(input).stanzas.length, count, input.slice(0, 10));
    }
    for (const input of ['0'.repeat(MAX_INPUT + 1), new Uint8Array(MAX_INPUT + 1)]) {
      const { stanzas, problems } = parse(input);
      assert.deepEqual([stanzas.length, problems.length], [0, 1]);
      assert.match(problems[0]?.message ?? '', /larger than 16 MiB/);
    }
  });

  it('reads a limited number of stanzas, and says where it stopped', () => {
    const line = '<a b="1"/>\n';
    const { stanzas, problems, skipped } = parse(line.repeat(MAX_STANZAS + 5));
    assert.equal(stanzas.length, MAX_STANZAS);
    assert.deepEqual(
      problems.map((one) => one.line),
      [MAX_STANZAS + 1],
    );
    assert.equal(skipped, 0);
    assert.equal(parse(line.repeat(MAX_STANZAS)).problems.length, 0);
  });
});
