import { decodeFrame } from '../decode/decode-frame.ts';
import { type DecodeBinary, isBinary } from '../decode/find-binary.ts';
import { FORMS, type FormName } from '../forms/index.ts';
import { escapedForHtml } from '../input/escaped-for-html.ts';
import { decodeInput, type InputText } from '../input/input-text.ts';
import { MAX_INPUT } from '../problems/max-input.ts';
import {
  type ParseProblem,
  type Problem,
  type ProblemAt,
  problem,
  problemAt,
} from '../problems/parse-problem.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { type EndsInside, endsInside } from './ends-inside.ts';
import { findStanzas } from './find-stanzas.ts';
import { BROKEN, ParseReport } from './parse-report.ts';
import { printedEvent } from './printed-event.ts';
import { type LineRange, readLines } from './read-lines.ts';

export type { DecodeBinary } from '../decode/find-binary.ts';
export type { ParseProblem } from '../problems/parse-problem.ts';
export type { ProblemCode } from '../problems/problem-codes.ts';
export type { LineRange } from './read-lines.ts';

export interface ParseOptions {
  /** The form of the input. By default it is detected. */
  readonly form?: FormName | undefined;
  /** Decodes WABinary: see loadBinaryDecoder(). Without it, bytes are found but not read, which is a problem. */
  readonly decodeBinary?: DecodeBinary | undefined;
}

export interface ParseResult {
  /** In the order of the input. */
  readonly stanzas: readonly CapturedStanza[];
  /** What could not be read, in the order of the input. Never empty if there is no stanza. */
  readonly problems: readonly ParseProblem[];
  /** How many lines that are not blank hold no part of a stanza. */
  readonly skipped: number;
  /** Where those lines are: runs of them, without the blank ones in between. */
  readonly skippedLines: readonly LineRange[];
  /** Where the log ends inside its last stanza; undefined if it does not. */
  readonly endsInside?: EndsInside;
}

/**
 * Finds the stanzas in pasted text, in any of the forms of the table (see forms/), mixed in any way and with other
 * text in between. What a log cut off is marked as cut; what is malformed is read as far as that is useful, marked as
 * broken, and reported as a problem. Linear in the length of the input. Never throws.
 * @param input text, or the bytes of a file of at most MAX_INPUT; bytes that are not text are read as WABinary
 */
export function parse(input: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  if (input.length > MAX_INPUT) return nothing(problem('input/too-large'));
  const read = decodeInput(input);
  return read === undefined ? parseBytes(input as Uint8Array, options) : parseText(read, options);
}

const START = { line: 1, column: 1 } as const;
const NOTHING_SKIPPED = { skipped: 0, skippedLines: [] } as const;

const nothing = (...problems: readonly Problem[]): ParseResult => ({
  stanzas: [],
  problems: problems.map((one) => ({ ...START, ...one })),
  ...NOTHING_SKIPPED,
});

function parseBytes(bytes: Uint8Array, { decodeBinary }: ParseOptions): ParseResult {
  if (!isBinary(bytes)) return nothing(problem('input/not-text'));
  const { root, problems } = decodeFrame(bytes, decodeBinary);
  if (root === undefined) return nothing(...problems);
  const broken = problems.length > 0 ? BROKEN : {};
  return {
    stanzas: [{ root, form: 'hex', direction: undefined, ...START, ...broken }],
    problems: problems.map((one) => ({ ...START, ...one })),
    ...NOTHING_SKIPPED,
  };
}

function parseText(input: InputText, { form, decodeBinary }: ParseOptions): ParseResult {
  const forms = { named: FORMS.find(({ name }) => name === form), all: FORMS };
  const report = new ParseReport(input);
  findStanzas(report, forms);
  const skippedLines = readLines(report, forms, decodeBinary);
  if (report.limit !== undefined) report.problem(report.limit, 'input/too-many-stanzas');
  if (report.count === 0) report.problems.push(...whyNothing(report, form));
  const stanzas = report.stanzas();
  const end = endsInside(report);
  return {
    stanzas,
    ...(end === undefined ? {} : { endsInside: end }),
    problems: report.placedProblems(),
    skipped: skippedLines.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    skippedLines,
  };
}

/** What the input holds instead of a stanza. */
function whyNothing({ text, events, problems }: ParseReport, form: FormName | undefined): ProblemAt[] {
  if (events.length > 0) return events;
  const printed = printedEvent(text);
  if (printed !== undefined) return [printed];
  const escaped = escapedForHtml(text);
  if (escaped !== -1) return [problemAt(escaped, 'input/escaped-for-html')];
  if (problems.length > 0) return [];
  return [text.trim() === '' ? problemAt(0, 'input/empty') : problemAt(0, 'input/no-stanza', { form })];
}
