import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Twin } from '../../lib/export/twin.ts';

/** So many files are written at once. */
const WRITERS = 16;

/** Writes files into a folder, with the folders that they need. They may come one after the other. */
export async function writeFiles(root: string, files: Iterable<Twin>): Promise<void> {
  const folders = new Set<string>();
  let writing: Promise<void>[] = [];
  for (const { path, text } of files) {
    const file = join(root, path);
    const folder = dirname(file);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    writing.push(writeFile(file, text));
    if (writing.length < WRITERS) continue;
    await Promise.all(writing);
    writing = [];
  }
  await Promise.all(writing);
}
