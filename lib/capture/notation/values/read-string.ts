import { codePointAt } from './code-point-at.ts';
import { readMore } from './read-elided.ts';
import type { StringValue } from './value.ts';
import type { ValueCursor } from './value-cursor.ts';

const BACKSLASH = 92;
const NEWLINE = 10;
const RETURN = 13;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);

/** Reads a string, or several that are joined with +, as Node prints a long one. */
export function readString(cursor: ValueCursor, quote: string): StringValue {
  const start = cursor.at;
  const parts: string[] = [];
  let cut = false;
  let plain = true;
  let inner: string | undefined = quote;
  if (quote !== '"') cursor.inspected = true;
  while (inner !== undefined && !cut) {
    cursor.at++;
    if (parts.length > 0) plain = false;
    const closing = inner.charCodeAt(0);
    while (true) {
      const end = endOfPart(cursor, closing);
      parts.push(cursor.text.slice(cursor.at, end));
      cursor.at = end;
      const next = cursor.peek();
      if (next === inner) {
        cursor.at++;
        break;
      }
      if (next !== '\\' || cursor.at + 1 >= cursor.limit) {
        cut = true;
        cursor.stop(cursor.at, cursor.ended() ?? 'the line ends inside a string');
        break;
      }
      plain = false;
      parts.push(readEscape(cursor));
    }
    inner = cut ? undefined : joined(cursor);
  }
  const more = cut ? undefined : readMore(cursor);
  return {
    kind: 'string',
    start,
    end: cursor.at,
    text: parts.join(''),
    cut: cut || more !== undefined || cursor.stopped !== undefined,
    plain,
  };
}

/** Where the string, its line or the text ends, or an escape begins. */
function endOfPart(cursor: ValueCursor, closing: number): number {
  let at = cursor.at;
  for (; at < cursor.limit; at++) {
    const code = cursor.text.charCodeAt(at);
    if (code === closing || code === BACKSLASH || code === NEWLINE || code === RETURN) break;
  }
  return at;
}

function readEscape(cursor: ValueCursor): string {
  const letter = cursor.text[cursor.at + 1] ?? '';
  const named =
    letter === 'u' || letter === 'U' ? codePointAt(cursor.text, cursor.at, cursor.limit) : undefined;
  if (named !== undefined) {
    cursor.at += named.length;
    return named.character;
  }
  const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
  if (digits > 0) {
    const hex = cursor.text.slice(cursor.at + 2, Math.min(cursor.at + 2 + digits, cursor.limit));
    if (hex.length === digits && /^[0-9a-fA-F]+$/.test(hex)) {
      cursor.at += 2 + digits;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    // Broken off, or no escape at all: kept as it is, so that nothing is lost.
    cursor.at += 2;
    return `\\${letter}`;
  }
  cursor.at += 2;
  return ESCAPES.get(letter) ?? letter;
}

/** Moves to the next string if a + joins it to the one before; returns its quote. */
function joined(cursor: ValueCursor): string | undefined {
  const before = cursor.at;
  if (cursor.isAtNoBlank() && cursor.text[before] !== '+') return undefined;
  const plus = cursor.endOfBlanks(before);
  if (cursor.text[plus] !== '+' || plus >= cursor.limit) return undefined;
  cursor.at = plus + 1;
  cursor.blanks(false);
  const quote = cursor.peek();
  if (cursor.stopped === undefined && (quote === "'" || quote === '"' || quote === '`')) {
    cursor.inspected = true;
    return quote;
  }
  cursor.at = before;
  return undefined;
}
