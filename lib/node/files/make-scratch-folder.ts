import { lstat, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { processIsAlive } from '../process/process-is-alive.ts';

/** The process that made an older folder has ended, even if another process has its id now. */
const LEFT_OVER_AFTER = 60 * 60 * 1000;

/** Makes an empty folder beside a path, with the id of this process in its name. */
export const makeScratchFolder = (path: string): Promise<string> => mkdtemp(`${path}.tmp-${process.pid}-`);

/** The name for a folder while a scratch folder takes its place. */
export const asideOf = (scratch: string): string => `${scratch}.old`;

/**
 * Removes the scratch folders that killed processes left beside a path. If one was killed in the middle of a swap, the
 * old folder is restored.
 */
export async function removeLeftOvers(path: string): Promise<void> {
  const parent = dirname(path);
  const names = await readdir(parent);
  const dead: string[] = [];
  for (const name of names.filter((one) => one.startsWith(`${basename(path)}.tmp-`))) {
    const folder = join(parent, name);
    const pid = Number(/\.tmp-(\d+)-/.exec(name.slice(basename(path).length))?.[1] ?? Number.NaN);
    const stats = await stat(folder).catch(() => undefined);
    if (stats === undefined) continue;
    const isOld = Date.now() - stats.mtimeMs > LEFT_OVER_AFTER;
    if (isOld || (!Number.isNaN(pid) && pid !== process.pid && !processIsAlive(pid))) dead.push(folder);
  }
  for (const folder of dead) {
    if (!folder.endsWith('.old') || (await isThere(path))) continue;
    await rename(folder, path).catch(() => undefined);
  }
  for (const folder of dead) await removeFolder(folder);
}

/**
 * Removes a folder if possible: a failed build may still be writing into it. The next command removes what remains.
 * Does not throw, so that it never hides the error that caused the removal.
 */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
