import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shortDigest } from './short-digest.ts';

/**
 * Reads what {@link cacheJson} wrote.
 * @param key identifies what the value was made from
 * @returns undefined when there is no file, when it is damaged, and when its key is another one
 */
export function readCachedJson<T>(path: string, key: string): T | undefined {
  try {
    const { key: written, digest, text } = JSON.parse(readFileSync(path, 'utf8')) as Kept;
    return written === key && digest === shortDigest(text) ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Caches a value for the next run. Failures are ignored: a full or read-only disk only costs time. */
export function cacheJson(path: string, key: string, value: object): void {
  const text = JSON.stringify(value);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, JSON.stringify({ key, digest: shortDigest(text), text } satisfies Kept));
    renameSync(beside, path);
  } catch {}
}

interface Kept {
  readonly key: string;
  readonly digest: string;
  readonly text: string;
}
