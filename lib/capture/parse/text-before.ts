import type { Direction, Form } from '../forms/form.ts';
import { announces, type Beside, isWhatsmeowPrefix, logDirection } from '../notation/log-direction.ts';
import type { ParseReport } from './parse-report.ts';

/** How much text beside a stanza is searched for its direction. */
export const BESIDE = 400;

/** For a stanza without any such text. */
export const NOTHING_BESIDE: Beside = { line: '', around: '', fields: [] };

/** The line up to an offset. */
export function lineBefore(text: string, at: number): string {
  const part = text.slice(Math.max(0, at - BESIDE), at);
  return part.slice(part.lastIndexOf('\n') + 1);
}

/** The line up to an offset, with those above it if it tells nothing. */
export function textBefore({ text, spans }: ParseReport, start: number): string {
  const part = text.slice(Math.max(spans.at(-1)?.end ?? 0, start - BESIDE, 0), start);
  const line = part.slice(part.lastIndexOf('\n') + 1);
  if (isWhatsmeowPrefix(line) || logDirection({ ...NOTHING_BESIDE, line }) !== undefined) return line;
  return part.split('\n').slice(-3).join('\n');
}

/** The rest of the line behind an offset. */
export function textBehind({ text }: ParseReport, end: number): string {
  return text.slice(end, end + BESIDE).split('\n', 1)[0] ?? '';
}

/** {@link textBefore}, for what tells a direction. */
export function besideBefore(report: ParseReport, start: number): Beside {
  const text = textBefore(report, start);
  const from = text.lastIndexOf('\n') + 1;
  const line = text.slice(from);
  const around = text.slice(0, from);
  const above = line.trim() === '' ? around.trimEnd().split('\n').at(-1) : undefined;
  return { line: above !== undefined && announces(above) ? above : line, around, fields: [] };
}

/** {@link textBehind}, for what tells a direction. */
export const besideBehind = (report: ParseReport, end: number): Beside => ({
  ...NOTHING_BESIDE,
  around: textBehind(report, end),
});

/** The direction that the first of some texts tells. */
export function directionBy(form: Form, ...texts: readonly (() => Beside)[]): Direction {
  for (const text of texts) {
    const direction = form.direction(text());
    if (direction !== undefined) return direction;
  }
  return undefined;
}
