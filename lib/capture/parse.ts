import type { CapturedStanza, CaptureForm } from './captured-node.ts';
import { decodeFrame } from './decode-frame.ts';
import { type BinaryRun, type DecodeBinary, findBinary, isBinary, type Line } from './parse-binary-lines.ts';
import { directionIn, isBaileysPrefix, isWhatsmeowPrefix } from './parse-direction.ts';
import { type InputText, readInput } from './parse-input.ts';
import { MAX_INPUT, MAX_STANZAS, TOO_LARGE } from './parse-limits.ts';
import { isNodeArray, isNodeObject, nodeOfValue } from './parse-node-value.ts';
import { COPY_WHOLE, type ParseProblem, type ProblemAt } from './parse-problem.ts';
import { placesInString } from './parse-string-places.ts';
import { readValue, type StringValue, type Value } from './parse-value.ts';
import { XmlLikeReader, type XmlLikeRoot } from './parse-xml-like.ts';

export type { DecodeBinary } from './parse-binary-lines.ts';
export type { ParseProblem } from './parse-problem.ts';

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

/** Lines of an input, 1-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** How many problems are told one by one. */
export const MAX_PROBLEMS = 1000;

/**
 * Finds the stanzas in what somebody pasted: lines of a log, XML-like text, JSON, what Node prints, the old
 * array form, WABinary as hex or base64, in any mixture and with other text between them. What a log cut off is
 * marked as cut; what is not well formed is read as far as it helps, marked as broken, and a problem. Linear in
 * the length of the input, of which no more than MAX_INPUT is read. Never throws.
 * @param input text, or the bytes of a file; bytes that are no text are taken for WABinary
 */
export function parse(input: string | Uint8Array, options: ParseOptions = {}): ParseResult {
  if (input.length > MAX_INPUT) {
    return { stanzas: [], problems: [{ line: 1, column: 1, ...TOO_LARGE }], ...NOTHING_SKIPPED };
  }
  const read = readInput(input);
  if (read === undefined) return parseBytes(input as Uint8Array, options);
  return new Parser(read, options).run();
}

const NOTHING_SKIPPED = { skipped: 0, skippedLines: [] } as const;

function parseBytes(bytes: Uint8Array, { decodeBinary }: ParseOptions): ParseResult {
  const start = { line: 1, column: 1 };
  const decoded = isBinary(bytes) ? decodeFrame(bytes, decodeBinary) : undefined;
  if (decoded !== undefined && 'root' in decoded) {
    const { root, wrong } = decoded;
    const broken = wrong.length > 0 ? BROKEN : {};
    return {
      stanzas: [{ root, form: 'hex', direction: undefined, ...start, ...broken }],
      problems: wrong.map(({ message, hint }) => ({ ...start, message, hint })),
      ...NOTHING_SKIPPED,
    };
  }
  const message = decoded?.problem ?? 'The input is neither text (UTF-8 or UTF-16) nor WABinary.';
  const hint = decoded?.hint ?? 'Give a log as text, or the bytes of one decrypted frame.';
  return { stanzas: [], problems: [{ ...start, message, hint }], ...NOTHING_SKIPPED };
}

/** How much text beside a stanza is asked for its direction. */
const BESIDE = 400;

const STARTS: Readonly<Record<CaptureForm | 'any', RegExp | undefined>> = {
  any: /<(?=\/?[\p{L}_:]|$)|[{[]/gu,
  pino: /<(?=\/?[\p{L}_:]|$)|[{[]/gu,
  whatsmeow: /<(?=\/?[\p{L}_:]|$)|\{/gu,
  xml: /<(?=\/?[\p{L}_:]|$)/gu,
  json: /[{[]/g,
  'node-inspect': /[{[]/g,
  array: /[{[]/g,
  hex: undefined,
  base64: undefined,
};

interface Found {
  readonly stanza: Omit<CapturedStanza, 'line' | 'column'>;
  readonly start: number;
}

/** What is known of the place at which a value stands. */
interface Context {
  /** What stands beside it: text before and behind it, and the short texts of the record around it. */
  readonly beside: () => string;
  readonly top: boolean;
}

class Parser {
  readonly #input: InputText;
  readonly #text: string;
  readonly #form: CaptureForm | undefined;
  readonly #decodeBinary: DecodeBinary | undefined;
  readonly #found: Found[] = [];
  readonly #problems: ProblemAt[] = [];
  /** Where stanzas stand, and the records that hold them; in order. */
  readonly #spans: { start: number; end: number }[] = [];
  #lastEnd = 0;
  /** Where the first stanza stands that is one too many. */
  #most: number | undefined;
  /** Where the bytes stand that broke the decoder. */
  #broke: number | undefined;

  constructor(input: InputText, { form, decodeBinary }: ParseOptions) {
    this.#input = input;
    this.#text = input.text;
    this.#form = form;
    this.#decodeBinary = decodeBinary;
  }

  run(): ParseResult {
    this.#scan();
    const skippedLines = this.#readLines();
    if (this.#most !== undefined) {
      this.#problems.push({
        offset: this.#most,
        message: `The input holds more than ${MAX_STANZAS} stanzas; from here on they are not read.`,
        hint: TOO_LARGE.hint,
      });
    }
    if (this.#found.length === 0 && this.#problems.length === 0) {
      this.#problems.push({
        offset: 0,
        message: this.#text.trim() === '' ? 'The input is empty.' : `No ${this.#form ?? 'stanza'} was found.`,
        hint: 'Give lines of a log, XML-like text, a node as JSON or as Node prints it, or WABinary as hex.',
      });
    }
    this.#found.sort((a, b) => a.start - b.start);
    this.#problems.sort((a, b) => a.offset - b.offset);
    // What is looked at twice is told once.
    let at = -1;
    const told = new Set<string>();
    const once = this.#problems.filter(({ offset, message }) => {
      if (offset !== at) told.clear();
      at = offset;
      return !told.has(message) && told.add(message);
    });
    this.#problems.length = 0;
    for (const one of once) this.#problems.push(one);
    return {
      stanzas: this.#found.map(({ stanza, start }) => ({ ...stanza, ...this.#input.place(start) })),
      problems: this.#tell(),
      skipped: skippedLines.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      skippedLines,
    };
  }

  #tell(): ParseProblem[] {
    const told = this.#problems.slice(0, MAX_PROBLEMS).map(({ offset, message, hint }) => ({
      ...this.#input.place(offset),
      message,
      hint,
    }));
    const next = this.#problems[MAX_PROBLEMS];
    if (next !== undefined) {
      const more = this.#problems.length - MAX_PROBLEMS;
      told.push({
        ...this.#input.place(next.offset),
        message: `From here on there are ${more} more problems of these kinds.`,
        hint: 'Give a smaller part of the log.',
      });
    }
    return told;
  }

  /** Looks at each place where a stanza may begin, and reads on behind it. */
  #scan(): void {
    const starts = STARTS[this.#form ?? 'any'];
    if (starts === undefined) return;
    const pattern = new RegExp(starts);
    const xml = new XmlLikeReader(this.#text, false, this.#problems);
    for (let match = pattern.exec(this.#text); match !== null; match = pattern.exec(this.#text)) {
      if (this.#most !== undefined) return;
      const start = match.index;
      const end = match[0] === '<' ? this.#readXml(xml, start) : this.#readValue(start);
      pattern.lastIndex = Math.max(end, start + 1);
    }
  }

  #readXml(xml: XmlLikeReader, start: number): number {
    if (this.#text[start + 1] === '/') {
      if (ORPHAN.test(this.#text.slice(start, start + 140))) {
        this.#problems.push({ offset: start, message: NOTHING_TO_CLOSE, hint: COPY_WHOLE });
      }
      return start + 1;
    }
    const quoted = this.#readQuoted(start);
    if (quoted !== undefined) return quoted;
    const problems = this.#problems.length;
    const { roots, end, unfinished } = xml.read(start, () => this.#formAt(start) === 'xml');
    if (roots.length === 0) {
      if (unfinished) this.#brokenOff(start);
      return end;
    }
    const form = this.#formAt(start);
    const direction = directionIn(this.#before(start)) ?? directionIn(this.#behind(end));
    for (const { node, start: at } of roots) {
      const broken = this.#problems.length > problems ? BROKEN : {};
      this.#add({ stanza: { root: node, form, direction, ...broken }, start: at });
    }
    this.#cover(start, end);
    return end;
  }

  #formAt(start: number): CaptureForm {
    if (this.#form !== undefined) return this.#form;
    const before = this.#before(start);
    return isBaileysPrefix(before) ? 'pino' : isWhatsmeowPrefix(before) ? 'whatsmeow' : 'xml';
  }

  /** Reads an element that is the text of a string in quotes, as in a piece of a record. */
  #readQuoted(start: number): number | undefined {
    const quote = this.#text[start - 1];
    if ((quote !== '"' && quote !== "'" && quote !== '`') || this.#form === 'xml') return undefined;
    const { value, end } = readValue(this.#text, start - 1);
    if (value.kind !== 'string' || !value.text.includes('>') || (value.cut && value.plain)) return undefined;
    const beside = (): string => `${this.#before(start)}\n${this.#behind(end)}`;
    if (!this.#readString(value, { beside, top: false })) return undefined;
    this.#cover(start, end);
    return end;
  }

  #readValue(start: number): number {
    // What no key begins with is no object; a text may hold millions of them.
    if (this.#text[start] === '{' && '{[<>()=,;'.includes(this.#text[start + 1] ?? ' ')) return 0;
    // A list, and not a name in brackets, as logs have many.
    if (this.#text[start] === '[' && !/^\[\s{0,40}["'`{[]/.test(this.#text.slice(start, start + 50)))
      return 0;
    const { value, end, stopped, inspected } = readValue(this.#text, start);
    const count = this.#found.length;
    const problems = this.#problems.length;
    this.#collect(value, { beside: () => `${this.#before(start)}\n`, top: true }, inspected);
    const found = this.#found.slice(count);
    if (stopped !== undefined) {
      if (found.length === 0 ? isPartOfNode(value) : !found.some(({ stanza }) => stanza.root.cut)) {
        this.#problems.push({
          offset: stopped.offset,
          message: `The record is not read to its end: ${stopped.reason}.`,
          hint: COPY_WHOLE,
        });
        for (let i = count; i < this.#found.length; i++) {
          const one = this.#found[i] as Found;
          this.#found[i] = { ...one, stanza: { ...one.stanza, ...BROKEN } };
        }
      } else if (found.length === 0 && ESCAPED_NODE.test(this.#text.slice(start, start + 80))) {
        this.#problems.push({
          offset: start,
          message: 'A node begins here whose quotes are escaped; it was not read.',
          hint: 'Copy the whole record of the log, with the quotes around the node.',
        });
      }
    }
    if (found.length > 0 || this.#problems.length > problems) this.#cover(start, end);
    return end;
  }

  /** Finds the nodes in a value, and the texts that are XML. */
  #collect(value: Value, context: Context, inspected: boolean): void {
    const nodes = this.#form !== 'whatsmeow';
    const array = context.top && isNodeArray(value);
    if (nodes && (array || isNodeObject(value))) {
      const form = this.#form ?? (array ? 'array' : inspected ? 'node-inspect' : 'json');
      const problems = this.#problems.length;
      const root = nodeOfValue(value, this.#problems);
      const broken = this.#problems.length > problems ? BROKEN : {};
      this.#add({
        stanza: { root, form, direction: directionIn(context.beside()), ...broken },
        start: value.start,
      });
      return;
    }
    if (value.kind === 'string') {
      this.#readString(value, context);
    } else if (value.kind === 'array') {
      for (const item of value.items) this.#collect(item, context, inspected);
    } else if (value.kind === 'object') {
      const beside = (): string => {
        const parts = value.entries.slice(0, 50).map(({ key, value: part }) => {
          return part.kind === 'string' && part.text.length < 200 ? `${key}=${part.text}\n` : '';
        });
        return context.beside().slice(0, 4 * BESIDE) + parts.join('');
      };
      const inner = { beside, top: false };
      for (const entry of value.entries) this.#collect(entry.value, inner, inspected);
    }
  }

  /** Reads the elements in a text of a record, and the nodes in JSON. Whether there are any, or a part of one. */
  #readString(value: StringValue, context: Context): boolean {
    const nodes = this.#readNodesIn(value, context);
    if (!value.text.includes('<')) return nodes;
    if (this.#form !== undefined && this.#form !== 'pino' && this.#form !== 'whatsmeow') return nodes;
    const problems: ProblemAt[] = [];
    const found: (XmlLikeRoot & { readonly before: string; readonly broken: boolean })[] = [];
    const xml = new XmlLikeReader(value.text, true, problems);
    let last = 0;
    for (let at = value.text.indexOf('<'); at !== -1; at = value.text.indexOf('<', at)) {
      const count = problems.length;
      if (value.text[at + 1] === '/' && ORPHAN.test(value.text.slice(at, at + 140))) {
        problems.push({ offset: at, message: NOTHING_TO_CLOSE, hint: COPY_WHOLE });
      }
      const { roots, end, unfinished } = xml.read(at, () => false);
      const before = value.text.slice(Math.max(last, at - BESIDE), at);
      for (const root of roots) found.push({ ...root, before, broken: problems.length > count });
      if (roots.length > 0) last = end;
      // Half of a tag: of a text that breaks off, for whole ones may end in anything.
      if (roots.length === 0 && unfinished && value.cut) {
        problems.push({ offset: at, message: BROKEN_OFF, hint: COPY_WHOLE });
      }
      at = Math.max(end, at + 1);
    }
    const place = placesInString(this.#text, value);
    const beside = found.length === 0 ? '' : context.beside();
    for (const { node, start, before, broken } of found) {
      // A record may hold a whole line of another logger.
      const line = before.slice(before.lastIndexOf('\n') + 1);
      const whatsmeow = isWhatsmeowPrefix(line) || (!isBaileysPrefix(line) && isWhatsmeowRecord(beside));
      const form: CaptureForm = this.#form ?? (whatsmeow ? 'whatsmeow' : 'pino');
      const direction = directionIn(line) ?? directionIn(beside);
      const stanza = { root: node, form, direction, ...(broken ? BROKEN : {}) };
      this.#add({ stanza, start: place(start) });
    }
    const placeAgain = placesInString(this.#text, value);
    problems.sort((a, b) => a.offset - b.offset);
    for (const problem of problems) this.#problems.push({ ...problem, offset: placeAgain(problem.offset) });
    return nodes || found.length > 0 || problems.length > 0;
  }

  /** Reads the nodes that stand as JSON in a text of a record. */
  #readNodesIn(value: StringValue, context: Context): boolean {
    if (this.#form === 'whatsmeow' || this.#form === 'xml' || this.#form === 'array') return false;
    const pattern = /\{\s{0,40}["']?(?:tag|attrs|content)["']?\s{0,40}:/g;
    let any = false;
    const place = placesInString(this.#text, value);
    for (let match = pattern.exec(value.text); match !== null; match = pattern.exec(value.text)) {
      const read = readValue(value.text, match.index);
      pattern.lastIndex = Math.max(read.end, match.index + 1);
      const offset = place(match.index);
      const problems: ProblemAt[] = [];
      if (isNodeObject(read.value)) {
        const root = nodeOfValue(read.value, problems);
        const line =
          value.text
            .slice(Math.max(0, match.index - BESIDE), match.index)
            .split('\n')
            .at(-1) ?? '';
        const direction = directionIn(line) ?? directionIn(context.beside());
        const form = this.#form ?? (read.inspected ? 'node-inspect' : 'json');
        if (read.stopped !== undefined && !root.cut) problems.push({ ...read.stopped, ...UNREAD_NODE });
        const broken = problems.length > 0 ? BROKEN : {};
        this.#add({ stanza: { root, form, direction, ...broken }, start: offset });
      } else if (isPartOfNode(read.value) && read.stopped !== undefined) {
        problems.push({ ...read.stopped, ...UNREAD_NODE });
      } else continue;
      any = true;
      for (const { message, hint } of problems) this.#problems.push({ offset, message, hint });
    }
    return any;
  }

  #add(one: Found): void {
    if (this.#found.length < MAX_STANZAS) this.#found.push(one);
    else this.#most ??= one.start;
  }

  #brokenOff(offset: number): void {
    this.#problems.push({ offset, message: BROKEN_OFF, hint: COPY_WHOLE });
  }

  #cover(start: number, end: number): void {
    this.#spans.push({ start, end });
    this.#lastEnd = end;
  }

  /** What stands in the line before an offset, and in the one above where that says nothing. */
  #before(start: number): string {
    const text = this.#text.slice(Math.max(this.#lastEnd, start - BESIDE, 0), start);
    const line = text.slice(text.lastIndexOf('\n') + 1);
    if (directionIn(line) !== undefined || isWhatsmeowPrefix(line)) return line;
    return text.split('\n').slice(-3).join('\n');
  }

  /** What stands behind an offset in its line. */
  #behind(end: number): string {
    return this.#text.slice(end, end + BESIDE).split('\n', 1)[0] ?? '';
  }

  /** Goes through the lines without a stanza: for bytes in them, and for where the others are. */
  #readLines(): LineRange[] {
    const lines: Line[] = [];
    const binary = this.#form === undefined || this.#form === 'hex' || this.#form === 'base64';
    let span = 0;
    for (let start = 0; start < this.#text.length; ) {
      const newline = this.#text.indexOf('\n', start);
      const next = newline === -1 ? this.#text.length : newline + 1;
      const end =
        newline > start && this.#text[newline - 1] === '\r' ? newline - 1 : next - (newline === -1 ? 0 : 1);
      while ((this.#spans[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span++;
      const held = (this.#spans[span]?.start ?? Number.POSITIVE_INFINITY) < next;
      if (!held && end > start) lines.push({ start, end });
      start = next;
    }
    const named = this.#form === 'hex' || this.#form === 'base64' ? this.#form : undefined;
    const skipped: { from: number; to: number }[] = [];
    for (let index = 0; index < lines.length; index++) {
      const { start, end } = lines[index] as Line;
      if (this.#most !== undefined && start >= this.#most) break;
      if (this.#text.slice(start, end).trim() === '') continue;
      const runs = binary ? findBinary(this.#text, lines, index, named) : [];
      for (const run of runs) {
        this.#readBinary(run);
        index += run.moreLines;
      }
      if (runs.length > 0) continue;
      const { line } = this.#input.place(start);
      const last = skipped.at(-1);
      if (last?.to === line - 1) last.to = line;
      else skipped.push({ from: line, to: line });
    }
    return skipped;
  }

  #readBinary({ bytes, form, start }: BinaryRun): void {
    const decoded = decodeFrame(bytes, this.#decodeBinary);
    if ('problem' in decoded) {
      const { problem: message, hint, reason } = decoded;
      if (reason === 'it is nested too deeply') this.#broke ??= start;
      const line =
        this.#broke === undefined || this.#broke === start ? 0 : this.#input.place(this.#broke).line;
      this.#problems.push({
        offset: start,
        message,
        hint:
          line > 0 && reason?.startsWith('the decoder broke') === true
            ? `The bytes in line ${line} broke the decoder. Take them out and read the others again.`
            : hint,
      });
      return;
    }
    const lineStart = this.#text.slice(Math.max(0, start - BESIDE), start);
    const direction = directionIn(lineStart.slice(lineStart.lastIndexOf('\n') + 1));
    const { root, wrong } = decoded;
    for (const { message, hint } of wrong) this.#problems.push({ offset: start, message, hint });
    const broken = wrong.length > 0 ? BROKEN : {};
    this.#add({ stanza: { root, form, direction, ...broken }, start });
  }
}

const BROKEN = { broken: true } as const;
/** A closing tag. */
const ORPHAN = /^<\/[\p{L}_:][^\s<>"'=/]{0,127}[ \t\r\n]{0,9}>/u;
const NOTHING_TO_CLOSE = 'A tag closes an element here that was not opened, or was broken off before.';
const ESCAPED_NODE = /^\{\s{0,40}\\+["'](?:tag|attrs|content)\\+["']/;
const UNREAD_NODE = { message: 'A node in this text is not read to its end.', hint: COPY_WHOLE };

const BROKEN_OFF = 'An element begins here, and the log breaks off before its first attribute or child.';

const isWhatsmeowRecord = (beside: string): boolean =>
  /[=/](?:Recv|Send)$/m.test(beside) || isWhatsmeowPrefix(beside);

/** Whether something that breaks off is what is left of a node, or of a record of one. */
function isPartOfNode(value: Value): boolean {
  if (value.kind === 'array') return value.items.some(isPartOfNode);
  if (value.kind !== 'object') return false;
  return value.entries.some(({ key }) => key === 'tag' || key === 'attrs' || key === 'xml');
}
