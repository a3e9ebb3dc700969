import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shortDigest } from './short-digest.ts';

/**
 * Reads what {@link cacheJson} wrote.
 * @param key what it depends on besides what it says itself
 * @returns undefined when there is none, when it is damaged, and when the key was another one
 */
export function readCachedJson<T>(path: string, key: string): T | undefined {
  try {
    const { key: written, digest, text } = JSON.parse(readFileSync(path, 'utf8')) as Kept;
    return written === key && digest === shortDigest(text) ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value for the next run. A disk that is full or read-only costs time in that run, and nothing else. */
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
