import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../../lib/findings/finding.ts';
import { finding } from '../../../lib/findings/finding.ts';
import { renderPretty } from '../../../lib/findings/render-pretty.ts';
import fc from '../../helpers/fast-check.ts';

const at = (line: number, column: number, more: Partial<Finding> = {}): Finding => ({
  ...finding('yaml/empty', {}, { file: 'spec/a.yaml', line, column }, 'a'),
  ...more,
});

const render = (findings: readonly Finding[], text = '', color = false): string =>
  renderPretty(findings, { lines: () => (text === '' ? undefined : text.split('\n')), color });

describe('renderPretty', () => {
  test('nothing for no findings', () => {
    assert.equal(render([]), '');
  });

  test('place, level, code, path, message, frame and help; and a count', () => {
    const one = finding(
      'schema/missing-key',
      { keys: ['tag'] },
      { file: 'spec/a.yaml', line: 2, column: 3 },
      'a:b',
    );
    assert.equal(
      render([one], 'id: a\n  b: c\nd: e\n'),
      [
        'spec/a.yaml:2:3  error  schema/missing-key  a:b',
        "  The key 'tag' is missing here.",
        '  1 | id: a',
        '  2 |   b: c',
        '    |   ^',
        "  help: Add 'tag:'.",
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  test('no frame for a file that cannot be shown, nor for a line that is not there', () => {
    assert.doesNotMatch(render([at(1, 1)]), /\^/);
    assert.doesNotMatch(render([at(9, 1)], 'a'), /\^/);
  });

  test('counts of each level', () => {
    const levels = ['error', 'error', 'warning', 'note', 'note'] as const;
    assert.match(render(levels.map((level) => at(1, 1, { level }))), /\n2 errors, 1 warning, 2 notes\n$/);
  });

  test('the mark is under its place, also after wide and combined characters', () => {
    for (const [before, columns, name] of [
      ['', 0, 'nothing'],
      ['a: ', 3, 'narrow'],
      ['名前: ', 6, 'ideographs'],
      ['\u{1f600} ', 3, 'an emoji'],
      ['\u{1f1ea}\u{1f1fa} ', 3, 'a flag, of two characters'],
      ['\u{1f44d}\u{1f3fd} ', 3, 'an emoji with a skin tone'],
      ['e\u0301: ', 3, 'a combining mark'],
      ['ａｂ', 4, 'wide letters'],
    ] as const) {
      const rows = render([at(1, before.length + 1)], `${before}X rest`).split('\n');
      const mark = rows.find((row) => row.endsWith('^')) ?? '';
      assert.equal(mark.indexOf('^') - '    | '.length, columns, name);
    }
  });

  test('the mark accounts for characters that are shown as codes', () => {
    for (const before of ['\t', 'a\t\tb', 'x\u0007\u202ey']) {
      const rows = render([at(1, before.length + 1)], `${before}X rest`).split('\n');
      const shown = rows.find((row) => row.startsWith('  1 | ')) ?? '';
      const mark = rows.find((row) => row.endsWith('^')) ?? '';
      assert.equal(mark.indexOf('^'), shown.lastIndexOf('X'), JSON.stringify(before));
    }
  });

  test('a long line is cut around the place', () => {
    const line = `${'a'.repeat(1000)}X${'b'.repeat(1000)}`;
    const rows = render([at(1, 1001)], line).split('\n');
    assert.ok(rows.every((row) => row.length < 140));
    const [shown = '', mark = ''] = rows.slice(2, 4);
    assert.equal(shown[mark.indexOf('^')], 'X');
  });

  test('the gutter has room for the number of the line', () => {
    const rows = render([at(100, 1)], 'a\n'.repeat(120))
      .split('\n')
      .slice(2, 5);
    assert.deepEqual(rows, ['   99 | a', '  100 | a', '      | ^']);
  });

  test('color only on request', () => {
    assert.doesNotMatch(render([at(1, 1)], 'a'), /\u001b/);
    assert.match(render([at(1, 1)], 'a', true), /\u001b\[31merror\u001b\[0m/);
    assert.match(render([at(1, 1, { level: 'note' })], 'a', true), /\u001b\[36mnote/);
  });

  test('control characters of data are shown, not sent', () => {
    const evil = '\u001b[2J\u0007\u202e\r\u009b31m\u2028';
    const text = render([at(1, 1, { message: evil, hint: evil, path: evil, file: `${evil}.yaml` })], evil);
    assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028]/u);
    assert.match(text, /\\u\{001b\}\[2J\\u\{0007\}\\u\{202e\}/);
  });

  // The runner of GitHub Actions trims a line before it looks for a command, and looks for ##[ anywhere in it.
  test('no printed line is a command of GitHub Actions', () => {
    const commands = [
      '::error::x',
      ' ::add-mask::a',
      '\n::stop-commands::x',
      'a ##[add-mask]b',
      '\t::debug::',
      '\u00a0::x::',
    ];
    const evil = fc.oneof(
      fc.constantFrom(...commands, ':', '##', '['),
      fc.string({ unit: fc.constantFrom(':', '#', '[', '\n', ' ', 'a', '\r') }),
    );
    fc.assert(
      fc.property(evil, evil, evil, evil, (file, path, message, text) => {
        const printed = render([at(1, 1, { file, path, message, hint: message })], `${text}\n${text}`);
        for (const line of printed.split(/[\n\r\u2028\u2029]/)) {
          assert.ok(!line.trimStart().startsWith('::'), JSON.stringify(line));
          assert.ok(!line.includes('##['), JSON.stringify(line));
        }
      }),
      { numRuns: 500 },
    );
  });
});
