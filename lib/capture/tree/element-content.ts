import { fromHex } from '../../text/bytes-text.ts';
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
export function elementContent(text: string, single: boolean, cut: boolean): CapturedContent {
  // Long hex may be wrapped.
  const joined = text.includes('\n') ? text.replace(/\s+/g, '') : text;
  const whole = cut && joined.length % 2 === 1 ? joined.slice(0, -1) : joined;
  const marked = MARKED_HEX.exec(whole) ?? (cut ? MARKED_HEX.exec(`${whole}'`) : null);
  if (marked !== null) return { kind: 'bytes', bytes: fromHex(marked[1] ?? marked[2] ?? '') };
  if (isHexContent(whole, single)) return { kind: 'bytes', bytes: fromHex(whole) };
  return { kind: 'text', text };
}
