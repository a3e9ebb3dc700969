import { constants } from 'node:fs';
import { copyFile, link, rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Attempts to rename, and the pause between them: about a second in total. */
const TRIES = 12;
const REST_MS = 90;

/** The errors if another program, such as a virus scanner, has the file open. Windows has three of them. */
const BUSY: ReadonlySet<string> = new Set(
  process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'],
);

/**
 * Renames a file or a folder, and retries while another program has it open.
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

/** The errors of file systems without hard links: exFAT and some network shares. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Makes a hard link, or a copy if the file system has no links.
 * @throws if the target exists already (code EEXIST)
 */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
