import { type Finding, finding } from '../findings/finding.ts';
import { lineCounter } from './line-counter.ts';

/** The largest definition that is read, in bytes. */
export const MAX_BYTES = 256 * 1024;

// Everything that can hide in a text: controls other than tab and line ends, characters that turn the
// direction of writing, and the separators that YAML 1.1 took for line ends. Half a character (an escape
// such as "\ud800" makes one) is no text: it cannot be written as UTF-8, nor stand in an address.
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff]/u;

/** The first character of a text that must not stand in a definition, with its offset. */
export function forbiddenCharacter(text: string): { offset: number; character: string } | undefined {
  const match = FORBIDDEN.exec(text);
  if (match === null) return undefined;
  const code = match[0].codePointAt(0) ?? 0;
  return { offset: match.index, character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
}

/**
 * Bytes to text: at most {@link MAX_BYTES}, UTF-8 without errors, no hidden characters. A byte order mark at
 * the beginning is taken off.
 * @returns the text, or what is wrong with the bytes
 */
export function decode(file: string, bytes: Uint8Array): { text: string } | { finding: Finding } {
  const start = { file, line: 1, column: 1 };
  if (bytes.length > MAX_BYTES) {
    return { finding: finding('yaml/too-large', { size: bytes.length, limit: MAX_BYTES }, start) };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { finding: finding('yaml/encoding', {}, { file, ...firstBadByte(bytes) }) };
  }
  const hidden = forbiddenCharacter(text);
  if (hidden !== undefined) {
    const place = { file, ...lineCounter(text)(hidden.offset) };
    return { finding: finding('yaml/control-character', { character: hidden.character }, place) };
  }
  return { text };
}

const BOM_BYTES = 3;

// The replacement character also stands where somebody wrote it, so the first one that the bytes do not
// spell out marks the error.
function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  // The byte order mark is kept here: it counts as bytes, but not as a column.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let line = 1;
  let column = 1;
  let at = 0;
  for (const character of text) {
    if (character === '\ufffd' && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd))
      break;
    at += encoder.encode(character).length;
    if (character === '\n') {
      line += 1;
      column = 1;
    } else if (at > BOM_BYTES || character !== '\ufeff') column += character.length;
  }
  return { line, column };
}
