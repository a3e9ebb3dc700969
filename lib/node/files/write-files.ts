import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of a site. */
export interface MadeFile {
  /** Relative to the root of the site, without a leading slash. */
  readonly path: string;
  readonly text: string | Uint8Array;
}

/**
 * Writes files into a folder and creates the folders that they need. Writing is synchronous: thousands of small files
 * take less time so than through the thread pool.
 */
export function writeFiles(root: string, files: Iterable<MadeFile>): void {
  const write = fileWriter(root);
  for (const file of files) write(file);
}

/**
 * Returns a function that writes files into a folder and creates the folders that they need. A file must not exist: an
 * existing one may be a hard link to a file of the published site.
 */
export function fileWriter(root: string): (file: MadeFile) => void {
  const folders = new Set<string>();
  return ({ path, text }) => {
    const file = join(root, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, text, { flag: 'wx' });
  };
}
