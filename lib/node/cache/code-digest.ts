import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../process/project-root.ts';

/** The code that loads and validates a spec. */
export const LOADING_CODE = ['lib', 'spec/schema', 'package-lock.json'] as const;

/** The code that builds a site from it. */
export const SITE_CODE = [
  ...LOADING_CODE,
  'scripts',
  'site',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'CONTRIBUTING.md',
] as const;

const known = new Map<readonly string[], string>();

/** A digest of some files and folders of this project, as they were at the first call, and of the version of Node. */
export function codeDigest(parts: readonly string[]): string {
  let digest = known.get(parts);
  if (digest === undefined) {
    digest = digestNow(parts);
    known.set(parts, digest);
  }
  return digest;
}

/** Whether the code is unchanged since its digest was first taken, so that results may be cached under it. */
export const isSameCode = (parts: readonly string[]): boolean => digestNow(parts) === codeDigest(parts);

function digestNow(parts: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of parts.flatMap(filesIn).sort()) {
    const bytes = readFileSync(join(PROJECT_ROOT, file));
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}

function filesIn(part: string): string[] {
  const path = join(PROJECT_ROOT, part);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats === undefined ? [] : [part];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(PROJECT_ROOT.length));
}
