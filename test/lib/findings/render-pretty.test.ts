import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../../lib/findings/finding.ts';
import { finding } from '../../../lib/findings/finding.ts';
import { renderPretty } from '../../../lib/findings/render-pretty.ts';
import { displayWidth } from '../../../lib/text/display-width.ts';
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

  test('the mark stands under the place, also behind tabs, controls and wide text', () => {
    for (const [before, name] of [
      ['', 'nothing'],
      ['a: ', 'narrow'],
      ['\t', 'a tab'],
      ['a\t\tb', 'tabs'],
      ['名前: ', 'ideographs'],
      ['\u{1f600} ', 'an emoji'],
      ['e\u0301: ', 'a combining mark'],
      ['x\u0007\u202ey', 'characters that are shown'],
      ['ａｂ', 'wide letters'],
    ] as const) {
      const rows = render([at(1, before.length + 1)], `${before}X rest`).split('\n');
      const shown = rows.find((row) => row.startsWith('  1 | ')) ?? '';
      const mark = rows.find((row) => row.endsWith('^')) ?? '';
      assert.equal(
        displayWidth(mark.slice(0, -1)),
        displayWidth(shown.slice(0, shown.lastIndexOf('X'))),
        name,
      );
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

  test('colour only where it is wanted', () => {
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

test('displayWidth', () => {
  assert.equal(displayWidth(''), 0);
  assert.equal(displayWidth('abc'), 3);
  assert.equal(displayWidth('名前'), 4);
  assert.equal(displayWidth('e\u0301'), 1);
  assert.equal(displayWidth('\u{1f600}'), 2);
});
