import { lineCounter } from '../../source/line-counter.ts';
import { type Edit, editText } from './edit-text.ts';
import { asShown, isEscapedForHtml } from './escaped-for-html.ts';
import { linePrefixes, linesOf } from './line-prefixes.ts';
import { repeatedPrefixes } from './repeated-prefixes.ts';
import { isPlainAscii, noWidth, withoutBreaks, withPlainBlanks } from './with-plain-blanks.ts';
import { withoutMailLinks } from './without-mail-links.ts';

/** An input as text that can be searched for stanzas. */
export interface InputText {
  /** Without terminal colours and the prefixes of quoted lines. */
  readonly text: string;
  /** Maps an offset in the text to its 1-based position in the input. */
  readonly place: (offset: number) => { line: number; column: number };
}

/**
 * Turns an input into text: decodes UTF-8 and UTF-16 (with a byte order mark, as Windows writes it) and removes what
 * does not belong to the log, such as colours, line prefixes, and traces of web pages, chats and editors. A line break
 * that a copied record contains as `\n` becomes a blank.
 * @returns undefined if the bytes are not text
 */
export function decodeInput(input: string | Uint8Array): InputText | undefined {
  const original = typeof input === 'string' ? input : decode(input);
  if (original === undefined) return undefined;
  const position = lineCounter(original);
  const ascii = isPlainAscii(original);
  let text = ascii ? original : withPlainBlanks(original);
  const ways: ((offset: number) => number)[] = [];
  const edit = (edits: readonly Edit[]): void => {
    if (edits.length === 0) return;
    const edited = editText(text, edits);
    text = edited.text;
    ways.push(edited.toOriginal);
  };
  if (!ascii) edit(noWidth(text));
  if (text.includes('\u001b[')) edit(coloursOf(text));
  // Escaped more than once: the source of a page that shows the source of another.
  for (let times = 0; times < 3 && isEscapedForHtml(text); times++) edit(asShown(text));
  text = withoutBreaks(text);
  const lines = linesOf(text);
  const marks = linePrefixes(text, lines);
  edit(marks);
  edit(repeatedPrefixes(text, marks.length === 0 ? lines : linesOf(text)));
  edit(withoutMailLinks(text));
  return {
    text: withoutLiteralBreaks(text),
    place: (offset) => position(ways.reduceRight((at, back) => back(at), offset)),
  };
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return isText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether this is text despite its NUL characters: a truncated log has them in a few places, UTF-16 without a byte
 * order mark and binary data in many.
 */
function isText(text: string): boolean {
  if (!text.includes('\0')) return true;
  let places = 0;
  let zeros = 0;
  for (const [run] of text.matchAll(/\0+/g)) {
    places++;
    zeros += run.length;
  }
  const rest = text.length - zeros;
  const controls = text.match(/[\u0001-\u0006\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return places * 8 <= rest && controls * 8 <= rest;
}

// A control sequence of a terminal: ESC [ … and a letter.
const COMMAND = /\u001b\[[0-9;?]{0,32}[A-Za-z]/g;

/** The control sequences outside of values. */
function coloursOf(text: string): Edit[] {
  const colours: Edit[] = [];
  let last = -1;
  let inValue = false;
  for (const { index: start, 0: command } of text.matchAll(COMMAND)) {
    const end = start + command.length;
    // A sequence right behind another one is in the same place.
    if (start !== last) inValue = isInValue(text, start, end);
    last = end;
    if (!inValue) colours.push({ start, end });
  }
  return colours;
}

/** How far to search for the quotes of a value. */
const VALUE_LENGTH = 300;
const OPENED = [/[=:,[(]\s{0,9}"[^"\n]*$/, /[=:,[(]\s{0,9}'[^'\n]*$/, /[=:,[(]\s{0,9}`[^`\n]*$/] as const;
const CLOSED = [
  /^[^"\n]*"(?=[\s/>,}\]);]|$)/,
  /^[^'\n]*'(?=[\s/>,}\]);]|$)/,
  /^[^`\n]*`(?=[\s/>,}\]);]|$)/,
] as const;

/**
 * Whether a control sequence is inside the quotes of a value. No logger colours values, so it is part of the value and
 * must be kept, to be reported.
 */
function isInValue(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - VALUE_LENGTH), start);
  if (!/["'`]/.test(near)) return false;
  const before = near.replace(COMMAND, '');
  const opened = OPENED.findIndex((one) => one.test(before));
  if (opened === -1) return false;
  const behind = text.slice(end, end + VALUE_LENGTH).replace(COMMAND, '');
  return CLOSED[opened]?.test(behind) === true;
}

/**
 * Replaces a literal `\n` or `\t` between the elements of a line by blanks: the line was copied out of a record,
 * without its quotes. Offsets stay the same.
 */
function withoutLiteralBreaks(text: string): string {
  if (!/>\\{1,8}[nrt]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      // No stanza has text before an opening tag, so these breaks are not part of its content.
      if (!/>(?:\\{1,8}[nrt]){1,100}[ \t]{0,100}<[\p{L}_]/u.test(line)) return line;
      const first = line.search(/<[\p{L}_]/u);
      // In quotes it is a string of a record, which the parser unescapes.
      if (/["'`]/.test(line.slice(0, first))) return line;
      return line.replace(/(?:\\{1,8}[nrt])+/g, (whole, at: number) => {
        const between = line[at - 1] === '>' || line[at + whole.length] === '<';
        return between ? ' '.repeat(whole.length) : whole;
      });
    })
    .join('\n');
}
