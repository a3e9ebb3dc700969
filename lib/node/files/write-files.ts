import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of a site that is made. */
export interface MadeFile {
  /** From the root of the site on, without a slash at the start. */
  readonly path: string;
  readonly text: string | Uint8Array;
}

/**
 * Writes files into a folder, with the folders that they need. One after the other: of thousands of small files each is
 * on the disk sooner than another thread would have been told of it.
 */
export function writeFiles(root: string, files: Iterable<MadeFile>): void {
  const write = fileWriter(root);
  for (const file of files) write(file);
}

/**
 * Writes the files that it is given into a folder, with the folders that they need. Each must be new: one that is there
 * may be a file of the last site under a second name.
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
