/** Bytes that a text holds as hex or base64. */
export interface BytesText {
  readonly bytes: Uint8Array;
  /** Writes other bytes in the same notation. */
  readonly write: (bytes: Uint8Array) => string;
}

/**
 * Decodes hex or base64; undefined for a text that is neither. Hex has at least one digit, and letters of one case;
 * `AAAA…` is taken for base64, as which it stands for zeros.
 */
export function readBytesText(text: string): BytesText | undefined {
  if (/^(?:[0-9a-f]{2})+$|^(?:[0-9A-F]{2})+$/.test(text) && /\d/.test(text) && !text.startsWith('AAA')) {
    const upper = /[A-F]/.test(text);
    const bytes = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    return { bytes, write: (other) => (upper ? hexOf(other).toUpperCase() : hexOf(other)) };
  }
  const match = /^([A-Za-z0-9+/]+|[A-Za-z0-9_-]+)(={0,2})$/.exec(text);
  const body = match?.[1];
  if (body === undefined || body.length % 4 === 1) return undefined;
  const padded = match?.[2] !== '' || body.length % 4 === 0;
  if (padded && (body.length + (match?.[2]?.length ?? 0)) % 4 !== 0) return undefined;
  const plain = atob(body.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(plain, (character) => character.charCodeAt(0));
  return { bytes, write: (other) => (padded ? toBase64(other) : toBase64(other).replace(/=+$/, '')) };
}

/** The bytes of a text in hex or base64, in lower-case hex: the form in which enums of bytes list them. */
export function hexOfText(text: string): string | undefined {
  const bytes = readBytesText(text)?.bytes;
  return bytes === undefined ? undefined : hexOf(bytes);
}

/** Bytes in lower-case hex. */
export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const toBase64 = (bytes: Uint8Array): string =>
  btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
