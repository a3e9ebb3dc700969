import { constants } from 'node:fs';
import { copyFile, link, rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** How often a rename is tried, and for how long it rests between: for a second or so altogether. */
const TRIES = 12;
const REST_MS = 90;

/** A program that looks into a file, such as a scanner, keeps it from being renamed: on Windows it says so in three ways. */
const BUSY: ReadonlySet<string> = new Set(
  process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'],
);

/**
 * Renames a file or a folder. What another program has open for a moment is waited for.
 * @throws as rename does
 */
export async function move(from: string, to: string): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (left === 0 || !BUSY.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await pause(REST_MS);
    }
  }
}

/** What file systems without links say: exFAT, and some that are shared by a network. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Gives a file a second name, or a copy of that name where there are no links.
 * @throws when there is one of that name already (code EEXIST)
 */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
