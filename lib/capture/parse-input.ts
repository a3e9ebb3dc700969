import { lineCounter } from '../source/line-counter.ts';
import { linePrefixes, type Span } from './parse-line-prefix.ts';

/** An input as the text in which stanzas are looked for. */
export interface InputText {
  /** Without the colours of a terminal, and without what stands before each line of a quotation. */
  readonly text: string;
  /** The 1-based place in the input of an offset into the text. */
  readonly place: (offset: number) => { line: number; column: number };
}

/**
 * Makes an input a text: decodes UTF-8 and UTF-16 (with its mark, as Windows writes it), takes colours and
 * prefixes of lines away, and takes a line break that a copied record writes as `\n` for a blank.
 * @returns undefined when the bytes are no text
 */
export function readInput(input: string | Uint8Array): InputText | undefined {
  const decoded = typeof input === 'string' ? input : decode(input);
  if (decoded === undefined) return undefined;
  const original = decoded.startsWith('\uFEFF') ? ` ${decoded.slice(1)}` : decoded;
  const position = lineCounter(original);
  const colours = original.includes('\u001b[') ? coloursOf(original) : [];
  const plain = without(original, colours);
  const { text, toOriginal } = without(plain.text, linePrefixes(plain.text));
  return {
    text: withoutLiteralBreaks(text),
    place: (offset) => position(plain.toOriginal(toOriginal(offset))),
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
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

// What a terminal takes for a command: ESC [ … and a letter.
const COMMAND = /\u001b\[[0-9;?]{0,32}[A-Za-z]/g;

/** The commands to a terminal that are no part of a value. */
function coloursOf(text: string): Span[] {
  const colours: Span[] = [];
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

/** A text without some parts of it, and the way back. */
function without(
  original: string,
  spans: readonly Span[],
): { text: string; toOriginal: (offset: number) => number } {
  if (spans.length === 0) return { text: original, toOriginal: (offset) => offset };
  const parts: string[] = [];
  // For each part, where it begins in the text and in the original.
  const starts: number[] = [];
  const originals: number[] = [];
  let length = 0;
  let last = 0;
  const add = (end: number): void => {
    if (end === last && parts.length > 0) return;
    starts.push(length);
    originals.push(last);
    parts.push(original.slice(last, end));
    length += end - last;
  };
  for (const { start, end } of spans) {
    add(start);
    last = end;
  }
  add(original.length);
  return {
    text: parts.join(''),
    toOriginal: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return (originals[low] ?? 0) + offset - (starts[low] ?? 0);
    },
  };
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
