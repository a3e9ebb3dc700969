import stringWidth from 'string-width';
import type { FindingWays } from '../prose/ways.ts';
import { counted } from '../text/counted.ts';
import { printable, printableLine } from '../text/printable.ts';
import { completeHints } from './complete-hints.ts';
import type { Finding } from './finding.ts';
import type { Level } from './parts/level.ts';

export interface PrettyOptions {
  /** The lines of a file, to quote the position of a finding; undefined if the file cannot be quoted. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** Whether to use colours; false for a pipe. */
  readonly color: boolean;
  /** How to do what the hints suggest; without it they do not say. */
  readonly ways?: FindingWays;
}

const COLORS: Readonly<Record<Level, number>> = { error: 31, warning: 33, note: 36 };

/** Longer lines are cut around the position, so that they do not wrap on a terminal. */
const WIDTH = 110;

/**
 * The findings for people: `file:line:column  level  code  path`, the message, the quoted lines with a mark under the
 * position, and the hint. Ends with a line of counts. '' if there are none.
 */
export function renderPretty(findings: readonly Finding[], options: PrettyOptions): string {
  if (findings.length === 0) return '';
  const paint = (n: number, text: string): string => (options.color ? `\u001b[${n}m${text}\u001b[0m` : text);
  const { ways } = options;
  const shown = ways === undefined ? findings : completeHints(findings, ways);
  const blocks = shown.map((one) => {
    const where = printableLine(`${one.file}:${one.line}:${one.column}`);
    const about = one.path === '' ? '' : `  ${printableLine(one.path)}`;
    const head = `${paint(1, where)}  ${paint(COLORS[one.level], one.level)}  ${one.code}${about}`;
    const rows = [head, `  ${oneLine(one.message)}`];
    const lines = options.lines(one.file);
    if (lines !== undefined) rows.push(...frame(lines, one, (text) => paint(COLORS[one.level], text)));
    if (one.hint !== undefined) rows.push(`  ${paint(2, 'help:')} ${oneLine(one.hint)}`);
    return rows.join('\n');
  });
  return `${blocks.join('\n\n')}\n\n${summary(findings)}\n`;
}

// A message quotes data, in which a line feed could make the next line a workflow command ("::").
const oneLine = (text: string): string => printable(text).replace(/\s*\n\s*/g, ' ');

function frame(
  lines: readonly string[],
  { line, column }: Finding,
  mark: (text: string) => string,
): string[] {
  const first = Math.max(1, line - 1);
  const gutter = String(line).length;
  const rows: string[] = [];
  for (let n = first; n <= line && n <= lines.length; n++) {
    const raw = lines[n - 1] ?? '';
    const start = n === line ? Math.max(0, column - 1 - WIDTH / 2) : 0;
    const shown = printableLine(raw.slice(start, start + WIDTH));
    rows.push(`  ${String(n).padStart(gutter)} | ${shown}`);
    if (n === line) {
      const before = stringWidth(printableLine(raw.slice(start, column - 1)));
      rows.push(`  ${' '.repeat(gutter)} | ${' '.repeat(before)}${mark('^')}`);
    }
  }
  return rows;
}

function summary(findings: readonly Finding[]): string {
  const count = (level: Level, word: string): string | undefined => {
    const n = findings.filter((one) => one.level === level).length;
    return n === 0 ? undefined : counted(n, word);
  };
  return [count('error', 'error'), count('warning', 'warning'), count('note', 'note')]
    .filter((part) => part !== undefined)
    .join(', ');
}
