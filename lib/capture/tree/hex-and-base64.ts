import type { CapturedContent } from './captured-node.ts';

/** What text and numbers of a log look like to whatsmeow, which prints everything else as hex. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u;
/** Bytes that say that they are some: of yowsup, in the notation of each of its times. */
const MARKED_HEX = /^(?:HEX\d?:|0x)(?:b?['"]((?:[0-9a-f]{2})*)['"]|((?:[0-9a-f]{2})+))$/i;
const HEX = /^(?:[0-9a-f]{2})+$/;

/**
 * Tells whether the text that stands in an element is bytes in hex. A log does not say so itself.
 * @param single whether the log has its values in single quotes: Baileys, which prints all bytes as hex.
 * With double quotes only bytes that are no text are printed so, and a short number is one.
 */
export function isHexContent(text: string, single: boolean): boolean {
  if (MARKED_HEX.test(text)) return true;
  if (!HEX.test(text)) return false;
  if (single) return true;
  return !(text.length < 8 && /^\d+$/.test(text)) && !isPrintable(fromHex(text));
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isPrintable(bytes: Uint8Array): boolean {
  // Controls, and what no UTF-8 has: most bytes have some of them, and the decoder is slow to refuse.
  for (const byte of bytes) {
    if (byte < 0x20 || byte === 0x7f || byte === 0xc0 || byte === 0xc1 || byte > 0xf4) return false;
  }
  try {
    return PRINTABLE.test(UTF_8.decode(bytes));
  } catch {
    return false;
  }
}

/**
 * Reads the text that stands in an element.
 * @param text without the blanks around it, not empty
 * @param single see {@link isHexContent}
 * @param cut whether the log breaks off in it, so that half a byte may be left at its end
 */
export function contentOf(text: string, single: boolean, cut: boolean): CapturedContent {
  // Long hex may be wrapped.
  const joined = text.includes('\n') ? text.replace(/\s+/g, '') : text;
  const whole = cut && joined.length % 2 === 1 ? joined.slice(0, -1) : joined;
  const marked = MARKED_HEX.exec(whole) ?? (cut ? MARKED_HEX.exec(`${whole}'`) : null);
  if (marked !== null) return { kind: 'bytes', bytes: fromHex(marked[1] ?? marked[2] ?? '') };
  if (isHexContent(whole, single)) return { kind: 'bytes', bytes: fromHex(whole) };
  return { kind: 'text', text };
}

/** The bytes of a text of hex digits, of which there is an even number. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = digit(hex.charCodeAt(2 * i)) * 16 + digit(hex.charCodeAt(2 * i + 1));
  }
  return bytes;
}

// 0-9, and letters of either case.
const digit = (code: number): number => (code <= 57 ? code - 48 : (code & 0xdf) - 55);

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += (byte + 256).toString(16).slice(1);
  return hex;
}

/** The bytes of base64 with either alphabet, padded or not; undefined when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = new Uint8Array(plain.length);
    for (let i = 0; i < plain.length; i++) bytes[i] = plain.charCodeAt(i);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Bytes as padded base64. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // In pieces, since a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return btoa(parts.join(''));
}
