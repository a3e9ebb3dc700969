import stringWidth from 'string-width';
import { inThousands } from '../../text/lines-in-words.ts';
import { printableLine } from '../../text/printable.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Diagnosis, DiagnosisRow, Divergence } from '../model/diagnosis.ts';
import { answerPart, type DivergencePart, divergenceParts } from './divergence-parts.ts';
import { beyondLog, headWords, nothingDeparts } from './head-words.ts';
import type { RenderContext } from './render-context.ts';
import { rowWords } from './row-words.ts';
import { VERDICT_MARKS } from './verdict-marks.ts';

/** The width of a terminal that everything fits on. */
const WIDTH = 80;
/** The width of the labels of what is said of a divergence. */
const LABEL = 10;

const ARROWS = { outgoing: '→', incoming: '←' } as const;

/**
 * The diagnosis of a call for people, on a terminal of 80 columns: where it departs first, the call as a diagram, what
 * else departs, how it ended, and what its log cannot show.
 */
export function diagnosisPretty(diagnosis: Diagnosis, context: RenderContext): string {
  const { divergences, flow, answers, outcome, leftOut } = diagnosis;
  const [first, ...others] = divergences;
  const { title, details } = headWords(diagnosis, context);
  const rows = [title, ...wrapped(details.join('; '), '  ')];
  if (first !== undefined) rows.push('', ...divergenceRows('First divergence', first, context));
  else rows.push('', ...wrapped(nothingDeparts(diagnosis), '  '));
  for (const one of answers) rows.push(...partRows(answerPart(one)));
  if (diagnosis.rows.length > 0) rows.push('', '  The call', ...diagram(diagnosis));
  for (const one of others) rows.push('', ...divergenceRows('Also', one, context));
  if (outcome.length > 0) {
    rows.push(
      '',
      '  How it ended',
      ...outcome.flatMap(({ line, words }) => wrapped(`${line}: ${words}`, '    ', '      ')),
    );
  }
  if (leftOut.length > 0) {
    const texts = leftOut.map(({ line, reason }) => `line ${line}: ${reason}`);
    rows.push('', '  Left out', ...texts.flatMap((one) => wrapped(one, '    ', '      ')));
  }
  if (flow !== undefined) {
    rows.push('', '  What this log cannot show', ...wrapped(beyondLog(diagnosis), '    '));
  }
  return `${rows.map((row) => printableLine(row.trimEnd())).join('\n')}\n`;
}

/** The rows of a call: line, time, arrow, what was sent, and what the flow says of it. */
function diagram(diagnosis: Diagnosis): string[] {
  const all = diagnosis.rows.map((row) => ({ row, words: rowWords(row, diagnosis) }));
  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
  const lineOf = ({ seen }: DiagnosisRow): string => (seen === undefined ? '' : String(seen.line));
  const lines = widest(['line', ...diagnosis.rows.map(lineOf)]);
  const times = widest(['', ...all.map(({ words }) => words.time)]);
  const marks = widest(diagnosis.rows.map(markOf));
  const left = 4 + lines + 2 + (times === 0 ? 0 : times + 2) + 3;
  const middle = WIDTH - left - 2 - marks;
  const cells = (line: string, time: string, arrow: string): string =>
    `    ${line.padStart(lines)}  ${times === 0 ? '' : `${time.padStart(times)}  `}${arrow}  `;
  return [
    cells('line', times < 4 ? '' : 'time', ' ').trimEnd(),
    ...all.flatMap(({ row, words }) => {
      const { direction, what, stanza, time, answered } = words;
      const text = answered === undefined ? what : `${what} (${answered})`;
      const [first = '', ...more] = wrapText(text, middle);
      const arrow = direction === undefined ? ' ' : ARROWS[direction];
      const blank = ' '.repeat(left);
      const below = [...(stanza === undefined ? [] : [stanza]), ...row.notes];
      return [
        `${cells(lineOf(row), time, arrow)}${padded(first, middle)}  ${markOf(row)}`,
        ...more.map((line) => `${blank}${line}`),
        ...below.flatMap((note) => wrapped(note, `${blank}  `)),
      ];
    }),
  ];
}

function markOf({ verdict, divergences }: DiagnosisRow): string {
  const { sign, word } = VERDICT_MARKS[verdict];
  return `${sign} ${word}${divergences.includes(0) ? ', first' : ''}`;
}

const padded = (text: string, width: number): string =>
  `${text}${' '.repeat(Math.max(0, width - stringWidth(text)))}`;

function divergenceRows(heading: string, one: Divergence, { addresses }: RenderContext): string[] {
  return [`  ${heading}: ${placeOf(one)}`, ...divergenceParts(one, addresses).flatMap(partRows)];
}

/** Where a divergence is: the step, and the line of the log. */
function placeOf({ kind, step, path, line }: Divergence): string {
  const what = step === undefined ? path : `“${step.label}”`;
  const where = kind === 'missing' ? `before line ${inThousands(line)}` : `in line ${inThousands(line)}`;
  return `${what}, ${where}`;
}

function partRows({ label, texts }: DivergencePart): string[] {
  const indent = ' '.repeat(4 + LABEL);
  return texts.flatMap(({ text, url }, i) => {
    const lines = wrapText(url ?? text, WIDTH - indent.length);
    return lines.map((line, j) => `${i + j === 0 ? `    ${label.padEnd(LABEL)}` : indent}${line}`);
  });
}

const wrapped = (text: string, indent: string, further = indent): string[] =>
  wrapText(text, WIDTH - further.length).map((line, i) => `${i === 0 ? indent : further}${line}`);
