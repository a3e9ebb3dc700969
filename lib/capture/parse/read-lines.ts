import { decodeFrame } from '../decode/decode-frame.ts';
import type { BinaryRun, DecodeBinary, Line } from '../decode/find-binary.ts';
import type { BytesForm } from '../forms/form.ts';
import { add, BESIDE, BROKEN, bytesForms, type Scan } from './scan.ts';

/** Lines of an input, 1-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Goes through the lines in which no stanza was found: for bytes in them, and for where the others are.
 * @returns those that hold nothing, without the blank ones
 */
export function readLines(scan: Scan, decodeBinary: DecodeBinary | undefined): LineRange[] {
  const lines = linesBetween(scan);
  const forms = bytesForms(scan.forms);
  const named = scan.forms.named !== undefined;
  const readBinary = binaryReader(scan, decodeBinary);
  const skipped: { from: number; to: number }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { start, end } = lines[index] as Line;
    if (scan.most !== undefined && start >= scan.most) break;
    if (scan.text.slice(start, end).trim() === '') continue;
    const runs = findIn(scan, lines, index, forms, named);
    for (const { form, run } of runs) {
      readBinary(form, run);
      index += run.moreLines;
    }
    if (runs.length > 0) continue;
    const { line } = scan.input.place(start);
    const last = skipped.at(-1);
    if (last?.to === line - 1) last.to = line;
    else skipped.push({ from: line, to: line });
  }
  return skipped;
}

function linesBetween({ text, spans }: Scan): Line[] {
  const lines: Line[] = [];
  let span = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline + 1;
    const end = newline > start && text[newline - 1] === '\r' ? newline - 1 : next - (newline === -1 ? 0 : 1);
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span++;
    const held = (spans[span]?.start ?? Number.POSITIVE_INFINITY) < next;
    if (!held && end > start) lines.push({ start, end });
    start = next;
  }
  return lines;
}

/** The bytes that a line begins, in the first form that takes it as a whole; else those of its words. */
function findIn(
  scan: Scan,
  lines: readonly Line[],
  index: number,
  forms: readonly BytesForm[],
  named: boolean,
): { readonly form: BytesForm; readonly run: BinaryRun }[] {
  for (const form of forms) {
    const [run] = form.find(scan.text, lines, index, named, 'line');
    if (run !== undefined) return [{ form, run }];
  }
  return forms.flatMap((form) =>
    form.find(scan.text, lines, index, named, 'word').map((run) => ({ form, run })),
  );
}

function binaryReader(
  scan: Scan,
  decodeBinary: DecodeBinary | undefined,
): (form: BytesForm, run: BinaryRun) => void {
  // Where the bytes stand that broke the decoder.
  let broke: number | undefined;
  return (form, { bytes, start }) => {
    const decoded = decodeFrame(bytes, decodeBinary);
    if ('problem' in decoded) {
      const { problem: message, hint, reason } = decoded;
      if (reason === 'it is nested too deeply') broke ??= start;
      const line = broke === undefined || broke === start ? 0 : scan.input.place(broke).line;
      scan.problems.push({
        offset: start,
        message,
        hint:
          line > 0 && reason?.startsWith('the decoder broke') === true
            ? `The bytes in line ${line} broke the decoder. Take them out and read the others again.`
            : hint,
      });
      return;
    }
    const before = scan.text.slice(Math.max(0, start - BESIDE), start);
    const direction = form.direction({
      line: before.slice(before.lastIndexOf('\n') + 1),
      around: '',
      fields: [],
    });
    const { root, wrong } = decoded;
    for (const { message, hint } of wrong) scan.problems.push({ offset: start, message, hint });
    const broken = wrong.length > 0 ? BROKEN : {};
    add(scan, { stanza: { root, form: form.name, direction, ...broken }, start });
  };
}
