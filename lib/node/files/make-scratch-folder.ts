import { lstat, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { processIsAlive } from '../process/process-is-alive.ts';

/** The process of a folder that began so long ago has ended, whatever has its number now. */
const LEFT_OVER_AFTER = 60 * 60 * 1000;

/** Makes an empty folder beside a path, that carries the number of this process. */
export const makeScratchFolder = (path: string): Promise<string> => mkdtemp(`${path}.tmp-${process.pid}-`);

/** What a folder is called that is set aside while a scratch folder takes its place. */
export const asideOf = (scratch: string): string => `${scratch}.old`;

/**
 * Takes away what killed processes left beside a path; that of running ones stays. Where one was killed between setting
 * the old folder aside and putting the new one in its place, the old one comes back.
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
 * Takes a folder away, if that can be done: a build that failed may still be writing pages that it had begun. What
 * stays is taken away by the next command; why this one failed is what must be told.
 */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
