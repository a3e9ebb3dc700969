import { decodeFrame } from '../decode/decode-frame.ts';
import { type DecodeBinary, isBinary } from '../decode/find-binary.ts';
import { type CaptureForm, FORMS } from '../forms/index.ts';
import { escapedForHtml } from '../input/copied-text.ts';
import { type InputText, readInput } from '../input/input-text.ts';
import type { ParseProblem, ProblemAt } from '../notation/parse-problem.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { findStanzas } from './find-stanzas.ts';
import { MAX_INPUT, MAX_STANZAS, TOO_LARGE } from './max-input.ts';
import { printedEvent } from './printed-event.ts';
import { type LineRange, readLines } from './read-lines.ts';
import { BROKEN, type Found, type Scan } from './scan.ts';

export type { DecodeBinary } from '../decode/find-binary.ts';
export type { ParseProblem } from '../notation/parse-problem.ts';
export type { LineRange } from './read-lines.ts';

export interface ParseOptions {
  /** The form of the input; it is found out when it is not named. */
  readonly form?: CaptureForm | undefined;
  /** Decodes WABinary. Without it, bytes are found and not read, which is a problem. See wabinary.ts. */
  readonly decodeBinary?: DecodeBinary | undefined;
}

export interface ParseResult {
  /** In the order of the input. */
  readonly stanzas: readonly CapturedStanza[];
  /** What could not be read, in the order of the input. Never empty when there is no stanza. */
  readonly problems: readonly ParseProblem[];
  /** How many other lines there are that hold no part of a stanza, blank ones aside. */
  readonly skipped: number;
  /** Where those lines are: runs of them, without the blank ones between. */
  readonly skippedLines: readonly LineRange[];
}

/** How many problems are told one by one. */
export const MAX_PROBLEMS = 1000;

/**
 * Finds the stanzas in what somebody pasted, in any of the forms of the table (see forms/) and any mixture of
 * them, with other text between. What a log cut off is marked as cut; what is not well formed is read as far as
 * it helps, marked as broken, and a problem. Linear in the length of the input, of which no more than MAX_INPUT
 * is read. Never throws.
 * @param input text, or the bytes of a file; bytes that are no text are taken for WABinary
 */
export function parse(input: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  if (input.length > MAX_INPUT) {
    return { stanzas: [], problems: [{ line: 1, column: 1, ...TOO_LARGE }], ...NOTHING_SKIPPED };
  }
  const read = readInput(input);
  return read === undefined ? parseBytes(input as Uint8Array, options) : parseText(read, options);
}

const NOTHING_SKIPPED = { skipped: 0, skippedLines: [] } as const;
const NO_TEXT = {
  problem: 'The input is neither text (UTF-8 or UTF-16) nor WABinary.',
  hint: 'Give a log as text, or the bytes of one decrypted frame.',
} as const;

function parseBytes(bytes: Uint8Array, { decodeBinary }: ParseOptions): ParseResult {
  const start = { line: 1, column: 1 };
  const decoded = isBinary(bytes) ? decodeFrame(bytes, decodeBinary) : NO_TEXT;
  if ('problem' in decoded) {
    const { problem: message, hint } = decoded;
    return { stanzas: [], problems: [{ ...start, message, hint }], ...NOTHING_SKIPPED };
  }
  const { root, wrong } = decoded;
  const broken = wrong.length > 0 ? BROKEN : {};
  return {
    stanzas: [{ root, form: 'hex', direction: undefined, ...start, ...broken }],
    problems: wrong.map(({ message, hint }) => ({ ...start, message, hint })),
    ...NOTHING_SKIPPED,
  };
}

function parseText(input: InputText, { form, decodeBinary }: ParseOptions): ParseResult {
  const named = form === undefined ? undefined : FORMS.find(({ name }) => name === form);
  const forms = { named, all: FORMS };
  const scan: Scan = {
    input,
    text: input.text,
    forms,
    found: [],
    problems: [],
    events: [],
    spans: [],
    torn: [],
    most: undefined,
  };
  findStanzas(scan);
  const skippedLines = readLines(scan, decodeBinary);
  if (scan.most !== undefined) {
    scan.problems.push({
      offset: scan.most,
      message: `The input holds more than ${MAX_STANZAS} stanzas; from here on they are not read.`,
      hint: TOO_LARGE.hint,
    });
  }
  if (scan.found.length === 0) scan.problems.push(...whyNothing(scan));
  if (scan.found.length === 0 && scan.problems.length === 0) {
    scan.problems.push({
      offset: 0,
      message: scan.text.trim() === '' ? 'The input is empty.' : `No ${form ?? 'stanza'} was found.`,
      hint: 'Give lines of a log, XML-like text, a node as JSON or as Node prints it, or WABinary as hex.',
    });
  }
  scan.found.sort((a, b) => a.start - b.start);
  sayZeros(scan);
  return {
    stanzas: scan.found.map(({ stanza, start }) => ({ ...stanza, ...input.place(start) })),
    problems: tell(scan),
    skipped: skippedLines.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    skippedLines,
  };
}

/** Says where bytes of zero stand, which no log holds, and marks a stanza with one as broken. */
function sayZeros({ text, problems, spans, found }: Scan): void {
  if (!text.includes('\0')) return;
  const told = new Set(problems.map(({ offset }) => offset));
  let span = 0;
  let next = 0;
  for (const { index } of text.matchAll(/\0+/g)) {
    if (!told.has(index)) problems.push({ offset: index, ...ZERO });
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= index) span++;
    const held = spans[span];
    if (held === undefined || held.start > index) continue;
    for (; (found[next]?.start ?? Number.POSITIVE_INFINITY) < held.end; next++) {
      const one = found[next] as Found;
      if (one.start >= held.start) found[next] = { ...one, stanza: { ...one.stanza, ...BROKEN } };
    }
  }
}

const ZERO = {
  message: 'A byte of zero stands here, which no text holds: the log was damaged.',
  hint: 'Take it out, or copy the log once more; a stanza that holds it is not read as evidence.',
} as const;

/** What the input holds instead of a stanza, if that is known. */
function whyNothing({ text, events }: Scan): ProblemAt[] {
  const printed = printedEvent(text);
  if (events.length > 0) return events;
  if (printed !== undefined) return [printed];
  const escaped = escapedForHtml(text);
  if (escaped === -1) return [];
  return [
    {
      offset: escaped,
      message: 'This was escaped for HTML: a stanza begins with &lt; here.',
      hint: 'Copy it from the page as it is shown, and not from its source.',
    },
  ];
}

/** The problems in the order of the input, each once, and no more of them than anybody reads. */
function tell({ problems, input }: Scan): ParseProblem[] {
  problems.sort((a, b) => a.offset - b.offset);
  // What is looked at twice is told once.
  let at = -1;
  const told = new Set<string>();
  const once = problems.filter(({ offset, message }) => {
    if (offset !== at) told.clear();
    at = offset;
    return !told.has(message) && told.add(message);
  });
  const first: ParseProblem[] = once.slice(0, MAX_PROBLEMS).map(({ offset, message, hint }) => ({
    ...input.place(offset),
    message,
    hint,
  }));
  const next = once[MAX_PROBLEMS];
  if (next !== undefined) {
    first.push({
      ...input.place(next.offset),
      message: `From here on there are ${once.length - MAX_PROBLEMS} more problems of these kinds.`,
      hint: 'Give a smaller part of the log.',
    });
  }
  return first;
}
