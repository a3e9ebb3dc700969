import { fromHex } from '../../text/bytes-text.ts';
import type { CapturedContent } from './captured-node.ts';

/** What whatsmeow prints as text; it prints everything else as hex. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u;
/** Bytes that are marked as such: by yowsup, in the notations of its various versions. */
const MARKED_HEX = /^(?:HEX\d?:|0x)(?:b?['"]((?:[0-9a-f]{2})*)['"]|((?:[0-9a-f]{2})+))$/i;
const HEX = /^(?:[0-9a-f]{2})+$/;

/**
 * Whether the text of an element is bytes in hex, which most logs do not mark.
 * @param single whether the log quotes values in single quotes, as Baileys does, which prints all bytes as hex. With
 * double quotes only bytes that are not text are hex, and a short number is a number
 */
export function isHexContent(text: string, single: boolean): boolean {
  if (MARKED_HEX.test(text)) return true;
  if (!HEX.test(text)) return false;
  if (single) return true;
  return !(text.length < 8 && /^\d+$/.test(text)) && !isPrintable(fromHex(text));
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isPrintable(bytes: Uint8Array): boolean {
  // Control characters, and bytes that UTF-8 never has. Most binary data has some, and the decoder fails slowly.
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
 * Reads the text of an element as content: text, or bytes in hex.
 * @param text trimmed and not empty
 * @param single see {@link isHexContent}
 * @param cut whether the log breaks off in it, so that it may end in half a byte
 */
export function elementContent(text: string, single: boolean, cut: boolean): CapturedContent {
  // Long hex may be wrapped.
  const joined = text.includes('\n') ? text.replace(/\s+/g, '') : text;
  const whole = cut && joined.length % 2 === 1 ? joined.slice(0, -1) : joined;
  const marked = MARKED_HEX.exec(whole) ?? (cut ? MARKED_HEX.exec(`${whole}'`) : null);
  if (marked !== null) return { kind: 'bytes', bytes: fromHex(marked[1] ?? marked[2] ?? '') };
  if (isHexContent(whole, single)) return { kind: 'bytes', bytes: fromHex(whole) };
  return { kind: 'text', text };
}
