import { type Finding, finding } from '../findings/finding.ts';
import { lineCounter } from './line-counter.ts';

/** The maximum size of a definition, in bytes. */
export const MAX_BYTES = 256 * 1024;

// Characters that can hide in a text: controls other than tab and line ends, characters that change the direction of
// writing, and the line separators of YAML 1.1. A lone surrogate (from an escape such as "\ud800") can be neither
// written as UTF-8 nor used in a URL.
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff]/u;

/** The first forbidden character of a text, with its offset. */
export function forbiddenCharacter(text: string): { offset: number; character: string } | undefined {
  const match = FORBIDDEN.exec(text);
  if (match === null) return undefined;
  const code = match[0].codePointAt(0) ?? 0;
  return { offset: match.index, character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
}

/**
 * Decodes bytes to text: at most {@link MAX_BYTES}, valid UTF-8, no hidden characters. A byte order mark at the
 * beginning is removed.
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

// The text may contain replacement characters of its own, so the first one that is not in the bytes marks the error.
function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  // Keeps the byte order mark, which counts as bytes but not as a column.
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
