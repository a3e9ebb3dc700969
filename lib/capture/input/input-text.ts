import { lineCounter } from '../../source/line-counter.ts';
import { type Edit, editText } from './edit-text.ts';
import { asShown, isEscapedForHtml } from './escaped-for-html.ts';
import { linePrefixes, linesOf } from './line-prefixes.ts';
import { repeatedPrefixes } from './repeated-prefixes.ts';
import { isPlainAscii, noWidth, withoutBreaks, withPlainBlanks } from './with-plain-blanks.ts';
import { withoutMailLinks } from './without-mail-links.ts';

/** An input as the text in which stanzas are looked for. */
export interface InputText {
  /** Without the colours of a terminal, and without what stands before each line of a quotation. */
  readonly text: string;
  /** The 1-based place in the input of an offset into the text. */
  readonly place: (offset: number) => { line: number; column: number };
}

/**
 * Makes an input a text: decodes UTF-8 and UTF-16 (with its mark, as Windows writes it), takes away what does
 * not belong to the log: colours, prefixes of lines, and what pages, chats and editors leave in it. A line
 * break that a copied record writes as `\n` becomes a blank.
 * @returns undefined when the bytes are no text
 */
export function readInput(input: string | Uint8Array): InputText | undefined {
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
  // What was escaped for a page that was escaped for another one.
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
 * Whether something is text in spite of its zeros: those of a log that was truncated or broke off stand in few
 * places of it, and those of UTF-16 without its mark, or of other bytes, in many.
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

// What a terminal takes for a command: ESC [ … and a letter.
const COMMAND = /\u001b\[[0-9;?]{0,32}[A-Za-z]/g;

/** The commands to a terminal that are no part of a value. */
function coloursOf(text: string): Edit[] {
  const colours: Edit[] = [];
  let last = -1;
  let inValue = false;
  for (const { index: start, 0: command } of text.matchAll(COMMAND)) {
    const end = start + command.length;
    // One right behind another stands where that does.
    if (start !== last) inValue = isInValue(text, start, end);
    last = end;
    if (!inValue) colours.push({ start, end });
  }
  return colours;
}

/** How far the quotes of a value are looked for. */
const VALUE_LENGTH = 300;
const OPENED = [/[=:,[(]\s{0,9}"[^"\n]*$/, /[=:,[(]\s{0,9}'[^'\n]*$/, /[=:,[(]\s{0,9}`[^`\n]*$/] as const;
const CLOSED = [
  /^[^"\n]*"(?=[\s/>,}\]);]|$)/,
  /^[^'\n]*'(?=[\s/>,}\]);]|$)/,
  /^[^`\n]*`(?=[\s/>,}\]);]|$)/,
] as const;

/**
 * Whether a command to a terminal stands between the quotes of a value. There no logger puts its colours, so it
 * stays, to be seen by whoever reads the value.
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
 * Makes blanks of the `\n` and `\t` that stand between the elements of a line: it was copied out of a record,
 * without its quotes. Nothing moves.
 */
function withoutLiteralBreaks(text: string): string {
  if (!/>\\{1,8}[nrt]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      // Between a tag and a tag that opens no stanza has text, so such a break is one of the log.
      if (!/>(?:\\{1,8}[nrt]){1,100}[ \t]{0,100}<[\p{L}_]/u.test(line)) return line;
      const first = line.search(/<[\p{L}_]/u);
      // In quotes it is a text of a record, which is read as one.
      if (/["'`]/.test(line.slice(0, first))) return line;
      return line.replace(/(?:\\{1,8}[nrt])+/g, (whole, at: number) => {
        const between = line[at - 1] === '>' || line[at + whole.length] === '<';
        return between ? ' '.repeat(whole.length) : whole;
      });
    })
    .join('\n');
}
