import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FORMS, type FormName } from '../../../../lib/capture/forms/index.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { MAX_PROBLEMS } from '../../../../lib/capture/parse/parse-report.ts';
import fc from '../../../helpers/fast-check.ts';
import { decodeBinary, FIXTURES, fixture } from './parse-inputs.ts';
import { allNodes } from './parse-trees.ts';

describe('parse: any input', () => {
  const files = readdirSync(FIXTURES);

  it('finds no stanza in a text without one', () => {
    for (const input of ['', ' \n', 'some text\n', new Uint8Array(0)]) {
      const { stanzas, problems } = parse(input);
      assert.deepEqual([stanzas.length, problems.length], [0, 1]);
    }
  });

  it('does not change its input', () => {
    const input = new TextEncoder().encode(fixture('baileys-pino.log'));
    const copy = input.slice();
    assert.deepEqual(parse(input), parse(input));
    assert.deepEqual(input, copy);
  });

  it('reads each prefix of each form, as cut off or with a problem', () => {
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
        // The end is told once: as the place where the log ends, or as a problem.
        if (!finished)
          assert.equal(part.problems.length, part.endsInside === undefined ? 1 : 0, `${name} to ${end}`);
        // What was read is the beginning of what is there: no value that the whole does not begin with.
        const last = /["']$/.exec(whole.slice(0, end))?.[0] ?? '';
        for (const { name: attribute, value, cut } of attributesIn(part.stanzas)) {
          assert.ok(
            values.some(
              (one) =>
                one.name === attribute &&
                (cut
                  ? one.value.startsWith(value)
                  : // A quote that nothing follows ends a value, although loggers do not escape those inside one.
                    one.value === value || (last !== '' && one.value.startsWith(value + last))),
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
    const form = fc.constantFrom<FormName | undefined>(undefined, ...FORMS.map(({ name }) => name));
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

  it('reports a bounded number of problems', () => {
    const { problems } = parse('<a b="1"></c></a>\n'.repeat(MAX_PROBLEMS + 10));
    assert.equal(problems.length, MAX_PROBLEMS + 1);
    assert.match(problems.at(-1)?.message ?? '', /10 more/);
  });
});
