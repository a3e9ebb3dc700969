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
    return { bytes: fromHex(text), write: (other) => (upper ? hexOf(other).toUpperCase() : hexOf(other)) };
  }
  const match = /^([A-Za-z0-9+/]+|[A-Za-z0-9_-]+)(={0,2})$/.exec(text);
  const body = match?.[1];
  if (body === undefined || body.length % 4 === 1) return undefined;
  const padded = match?.[2] !== '' || body.length % 4 === 0;
  if (padded && (body.length + (match?.[2]?.length ?? 0)) % 4 !== 0) return undefined;
  const bytes = fromBase64(body);
  if (bytes === undefined) return undefined;
  return { bytes, write: (other) => (padded ? toBase64(other) : toBase64(other).replace(/=+$/, '')) };
}

/** The bytes of a text in hex or base64, in lower-case hex: the form in which enums of bytes list them. */
export function hexOfText(text: string): string | undefined {
  const bytes = readBytesText(text)?.bytes;
  return bytes === undefined ? undefined : hexOf(bytes);
}

/** Bytes as lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += (byte + 256).toString(16).slice(1);
  return hex;
}

/** The bytes of a text with an even number of hex digits. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = digit(hex.charCodeAt(2 * i)) * 16 + digit(hex.charCodeAt(2 * i + 1));
  }
  return bytes;
}

// 0-9, and letters of either case.
const digit = (code: number): number => (code <= 57 ? code - 48 : (code & 0xdf) - 55);

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
