import { createHash } from 'node:crypto';

/** The first half of the SHA-256 of texts or bytes, as hex. */
export function shortDigest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 32);
}
