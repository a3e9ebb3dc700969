import { fromBase64, fromHex } from '../../text/bytes-text.ts';
import type { CapturedNode } from '../tree/captured-node.ts';

/** Decodes WABinary to a node; throws if the bytes are none. */
export type DecodeBinary = (bytes: Uint8Array) => CapturedNode;

export interface BinaryRun {
  readonly bytes: Uint8Array;
  /** Its range in the text. */
  readonly start: number;
  readonly end: number;
  /** How many lines it continues for after the first one. */
  readonly moreLines: number;
}

/** A line of the text, without its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

// How a word begins that may be WABinary: the hex or base64 of its first bytes (see isBinary).
const WORDS = {
  hex: /(?<![^\s"'`=:,([])(?:0x)?(?=(?:00|02|[fF][89])[0-9a-fA-F]{6})/g,
  base64: /(?<![^\s"'`=:,([])(?=(?:AP[g-n]|An[g-j])[A-Za-z0-9+/_-]{4})/g,
} as const;
const OTHER = { hex: /[^0-9a-fA-F]/g, base64: /[^A-Za-z0-9+/_-]/g } as const;
const AFTER_WORD = /[\s"'`,)\]]/;
/** The shortest line that may be the first of a wrapped block. */
const MIN_WRAP = 32;

/**
 * Finds WABinary in hex or base64: as a line, wrapped into lines of equal length, or as a word in a line.
 * @param lines the lines in which nothing else was found, in order
 * @param named whether the form was requested; otherwise the bytes must begin like WABinary
 * @param part whether to read the line as a whole, with those that continue it, or its words
 */
export function findBinary(
  text: string,
  lines: readonly Line[],
  index: number,
  form: 'hex' | 'base64',
  named: boolean,
  part: 'line' | 'word',
): BinaryRun[] {
  const line = lines[index];
  if (line === undefined) return [];
  const content = text.slice(line.start, line.end);
  if (part === 'line') {
    const run = isLine(content, form) ? wrapped(text, lines, index, form, named) : undefined;
    return run === undefined ? [] : [run];
  }
  const runs: BinaryRun[] = [];
  for (const { start, from, end } of wordsOf(content, form)) {
    const bytes = bytesOf(content.slice(from, end), form);
    if (isBinary(bytes)) runs.push({ bytes, start: line.start + start, end: line.start + end, moreLines: 0 });
  }
  return runs;
}

/**
 * The words of a line that may be WABinary. Only the beginning of a word is matched and its end is searched for: a
 * single pattern would overflow the stack on a word of some millions of digits.
 */
function* wordsOf(
  line: string,
  form: 'hex' | 'base64',
): Generator<{ start: number; from: number; end: number }> {
  const [word, other] = [new RegExp(WORDS[form]), new RegExp(OTHER[form])];
  for (let match = word.exec(line); match !== null; match = word.exec(line)) {
    const from = match.index + match[0].length;
    other.lastIndex = from;
    let end = other.exec(line)?.index ?? line.length;
    for (let signs = 0; form === 'base64' && signs < 2 && line[end] === '='; signs++) end++;
    if (end === line.length || AFTER_WORD.test(line[end] ?? '')) yield { start: match.index, from, end };
    word.lastIndex = end;
  }
}

function wrapped(
  text: string,
  lines: readonly Line[],
  index: number,
  form: 'hex' | 'base64',
  named: boolean,
): BinaryRun | undefined {
  const first = lines[index] as Line;
  const width = first.end - first.start;
  const parts = [text.slice(first.start, first.end)];
  // The first bytes decide, so a block that is not WABinary is not read to its end.
  if (!named && !isBinary(bytesOf(clean(parts[0]?.slice(0, 64) ?? '', form), form))) return undefined;
  let last = first;
  for (let next = index + 1; width >= MIN_WRAP && next < lines.length; next++) {
    const line = lines[next] as Line;
    const content = text.slice(line.start, line.end);
    const neighbour = line.start - last.end <= 2 && last.end - last.start === width;
    if (!neighbour || line.end - line.start > width || !isLine(content, form)) break;
    const beginning = bytesOf(clean(content.slice(0, 64), form), form);
    // 0xf8 without a flags byte is too common inside a frame to begin another one.
    if (isBinary(beginning) && beginning[0] !== 0xf8) break;
    parts.push(content);
    last = line;
  }
  const bytes = bytesOf(clean(parts.join(''), form), form);
  if (bytes.length < 4) return undefined;
  const blanks = (parts[0] ?? '').search(/\S/);
  return { bytes, start: first.start + blanks, end: last.end, moreLines: parts.length - 1 };
}

/** Whether a line is nothing but bytes; hex may be grouped in any way. */
function isLine(line: string, form: 'hex' | 'base64'): boolean {
  if (form === 'hex' && NO_LINE_OF_HEX.test(line)) return false;
  const text = clean(line, form);
  if (form === 'hex') return text.length >= 2 && text.length % 2 === 0 && !NO_HEX.test(text);
  const signs = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const letters = signs === 0 ? text : text.slice(0, -signs);
  return text.length >= 4 && !/[^A-Za-z0-9+/_-]/.test(letters) && !/\s/.test(line.trim());
}

const NO_HEX = /[^0-9a-fA-F]/;
/** In no line of hex, however it is grouped. */
const NO_LINE_OF_HEX = /[^0-9a-fA-FxX\s:,]/;

/** Without blanks and the other separators of bytes. */
const clean = (text: string, form: 'hex' | 'base64'): string =>
  form === 'hex' ? (NO_HEX.test(text) ? text.replace(/0x|[\s:,]/g, '') : text) : text.replace(/\s/g, '');

function bytesOf(text: string, form: 'hex' | 'base64'): Uint8Array {
  if (form === 'hex') return fromHex(text);
  const body = text.includes('=') ? text.slice(0, text.indexOf('=')) : text;
  // If the text is cut off, one letter may be left over, which is not a byte.
  return fromBase64(body.length % 4 === 1 ? body.slice(0, -1) : body) ?? new Uint8Array(0);
}

/**
 * Whether bytes begin like WABinary: a flags byte and a list, a flags byte and a zlib header, or, without flags, a
 * list with a length of one byte.
 */
export function isBinary(bytes: Uint8Array): boolean {
  const [flag = 0, second = 0, third = 0] = bytes;
  if (bytes.length < 4) return false;
  if (flag === 0) return second === 0xf8 || second === 0xf9;
  if ((flag & 2) !== 0 && flag < 16) return (second & 15) === 8 && (second * 256 + third) % 31 === 0;
  return flag === 0xf8 && second > 0 && second < 128;
}
