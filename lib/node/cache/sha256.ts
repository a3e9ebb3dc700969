import { createHash } from 'node:crypto';

/** The SHA-256 of a text, or of the bytes of a file, as hex: frozen releases are held against it. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
