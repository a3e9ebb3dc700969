import { chmod } from 'node:fs/promises';
import { swapFolder } from '../../../lib/node/files/swap-folder.ts';
import { type Finish, finishSite } from '../output/finish-site.ts';
import { numberOf } from './build-manifest.ts';

/**
 * Makes a site ready for where it goes, and lets it take the place of the last one.
 * @param fresh the folder that it was written to, beside the other one
 * @param base the path under which it was built, with slashes at both ends
 * @returns the number of the folder that is published
 */
export async function putInPlace(
  fresh: string,
  out: string,
  base: string,
  finish: Finish,
): Promise<number | undefined> {
  await finishSite(fresh, base, finish);
  // A temporary folder is for its owner alone; a site is for every reader. Not every file system has rights.
  await chmod(fresh, 0o755).catch(() => undefined);
  const published = numberOf(fresh);
  await swapFolder(fresh, out);
  return published;
}
