import stringWidth from 'string-width';
import { wrapText } from '../../prose/wrap-text.ts';
import { inThousands } from '../../text/lines-in-words.ts';
import { printableLine } from '../../text/printable.ts';
import type { Diagnosis, DiagnosisRow, Divergence } from '../model/diagnosis.ts';
import { answerPart, type DivergencePart, divergenceParts, divergenceTitle } from './divergence-parts.ts';
import { beyondLog, headWords, nothingDeparts } from './head-words.ts';
import type { RenderContext } from './render-context.ts';
import { isReached, laterWords, rowWords } from './row-words.ts';

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
  for (const one of others) rows.push('', ...divergenceRows('Also', { ...one, follows: [] }, context));
  if (outcome.length > 0) {
    rows.push(
      '',
      '  How it ended',
      ...outcome.flatMap(({ line, words }) =>
        wrapped(`line ${inThousands(line)}: ${words}`, '    ', '      '),
      ),
    );
  }
  if (leftOut.length > 0) {
    const texts = leftOut.map(({ line, reason }) => `line ${line}: ${reason}`);
    rows.push('', '  Left out', ...texts.flatMap((one) => wrapped(one, '    ', '      ')));
  }
  if (flow !== undefined) {
    const unseen = beyondLog(diagnosis).flatMap((one) => wrapped(one, '    ', '      '));
    rows.push('', '  What this log cannot show', ...unseen);
  }
  return `${rows.map((row) => printableLine(row.trimEnd())).join('\n')}\n`;
}

/**
 * The rows of a call: line, time, arrow, what was sent, and what the flow says of it. What the log ends before is named
 * below them.
 */
function diagram(diagnosis: Diagnosis): string[] {
  const shown = diagnosis.rows.filter(isReached).map((row) => ({ row, words: rowWords(row, diagnosis) }));
  const lineOf = ({ seen }: DiagnosisRow): string => (seen === undefined ? '' : String(seen.line));
  const lines = widest(['line', ...shown.map(({ row }) => lineOf(row))]);
  const times = widest(shown.map(({ words }) => words.time));
  const cells = (line: string, time: string, arrow: string): string =>
    `    ${line.padStart(lines)}  ${times === 0 ? '' : `${time.padStart(times)}  `}${arrow}  `;
  const left = stringWidth(cells('', '', ' '));
  const middle = WIDTH - left - 2 - widest(shown.map(({ words }) => words.mark));
  const later = laterWords(diagnosis, ARROWS);
  return [
    cells('line', times < 4 ? '' : 'time', ' '),
    ...shown.flatMap(({ row, words: { direction, what, stanza, time, mark } }) => {
      const [first = '', ...more] = wrapText(what, middle);
      const blank = ' '.repeat(left);
      return [
        `${cells(lineOf(row), time, arrowOf(direction))}${padded(first, middle)}  ${mark}`,
        ...more.map((line) => `${blank}${line}`),
        ...(stanza === undefined ? [] : wrapped(stanza, `${blank}  `)),
      ];
    }),
    ...(later === '' ? [] : wrapped(later, '    ', '      ')),
  ];
}

const arrowOf = (direction: keyof typeof ARROWS | undefined): string =>
  direction === undefined ? ' ' : ARROWS[direction];

const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);

const padded = (text: string, width: number): string =>
  `${text}${' '.repeat(Math.max(0, width - stringWidth(text)))}`;

function divergenceRows(heading: string, one: Divergence, { addresses }: RenderContext): string[] {
  const title = divergenceTitle(one, `line ${inThousands(one.line)}`);
  return [
    ...wrapped(`${heading}: ${title}`, '  ', '    '),
    ...divergenceParts(one, addresses).flatMap(partRows),
  ];
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
