import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';

/** All files of a folder, by their paths from there on, in one order. */
export async function filesIn(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const files = await Promise.all(
    paths.map(async (path) => [withSlashes(path.slice(root.length + 1)), await readFile(path)] as const),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
