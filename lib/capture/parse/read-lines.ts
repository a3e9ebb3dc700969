import { decodeFrame } from '../decode/decode-frame.ts';
import type { BinaryRun, DecodeBinary, Line } from '../decode/find-binary.ts';
import type { BytesForm } from '../forms/form.ts';
import { bytesForms, type FormsInUse } from './forms-in-use.ts';
import { BROKEN, type ParseReport } from './parse-report.ts';
import { lineBefore, NOTHING_BESIDE } from './text-before.ts';

/** Lines of an input, 1-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads WABinary in the lines in which no stanza was found.
 * @returns the lines that hold none either, without the blank ones
 */
export function readLines(
  report: ParseReport,
  forms: FormsInUse,
  decodeBinary: DecodeBinary | undefined,
): LineRange[] {
  const lines = linesBetween(report);
  const ofBytes = bytesForms(forms);
  const named = forms.named !== undefined;
  const readBinary = binaryReader(report, decodeBinary);
  const skipped: { from: number; to: number }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { start, end } = lines[index] as Line;
    if (report.limit !== undefined && start >= report.limit) break;
    if (report.text.slice(start, end).trim() === '') continue;
    const runs = findIn(report.text, lines, index, ofBytes, named);
    for (const { form, run } of runs) {
      readBinary(form, run);
      index += run.moreLines;
    }
    if (runs.length > 0) continue;
    const { line } = report.input.place(start);
    const last = skipped.at(-1);
    if (last?.to === line - 1) last.to = line;
    else skipped.push({ from: line, to: line });
  }
  return skipped;
}

/** The lines that no stanza and no record of one covers. */
function linesBetween({ text, spans }: ParseReport): Line[] {
  const lines: Line[] = [];
  let span = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline + 1;
    const end = newline > start && text[newline - 1] === '\r' ? newline - 1 : next - (newline === -1 ? 0 : 1);
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span++;
    const covered = (spans[span]?.start ?? Number.POSITIVE_INFINITY) < next;
    if (!covered && end > start) lines.push({ start, end });
    start = next;
  }
  return lines;
}

/** The run of bytes that begins with a whole line, in the first form that has one; else the runs in its words. */
function findIn(
  text: string,
  lines: readonly Line[],
  index: number,
  forms: readonly BytesForm[],
  named: boolean,
): { readonly form: BytesForm; readonly run: BinaryRun }[] {
  for (const form of forms) {
    const [run] = form.find(text, lines, index, named, 'line');
    if (run !== undefined) return [{ form, run }];
  }
  return forms.flatMap((form) => form.find(text, lines, index, named, 'word').map((run) => ({ form, run })));
}

/** Decodes runs of bytes one after another, and remembers the line of the one that broke the decoder. */
function binaryReader(
  report: ParseReport,
  decodeBinary: DecodeBinary | undefined,
): (form: BytesForm, run: BinaryRun) => void {
  let broke: number | undefined;
  return (form, { bytes, start }) => {
    const { root, problems } = decodeFrame(bytes, decodeBinary, broke);
    for (const problem of problems) {
      if (problem.code === 'wabinary/broke-decoder') broke ??= report.input.place(start).line;
      report.problems.push({ offset: start, ...problem });
    }
    if (root === undefined) return;
    const direction = form.direction({ ...NOTHING_BESIDE, line: lineBefore(report.text, start) });
    const broken = problems.length > 0 ? BROKEN : {};
    report.stanza({ root, form: form.name, direction, ...broken }, start);
  };
}
