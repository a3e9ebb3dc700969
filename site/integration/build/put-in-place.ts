import { chmod } from 'node:fs/promises';
import { swapFolder } from '../../../lib/node/files/swap-folder.ts';
import { type Finish, finishSite } from '../output/finish-site.ts';
import { inodeOf } from './build-manifest.ts';

/**
 * Postprocesses a site and replaces the last one by it.
 * @param fresh the scratch folder of the site, beside the output folder
 * @param base the base path of the site, with slashes at both ends
 * @returns the inode of the published folder
 */
export async function putInPlace(
  fresh: string,
  out: string,
  base: string,
  finish: Finish,
): Promise<number | undefined> {
  await finishSite(fresh, base, finish);
  // A scratch folder is readable by its owner only. Some file systems have no permissions.
  await chmod(fresh, 0o755).catch(() => undefined);
  const published = inodeOf(fresh);
  await swapFolder(fresh, out);
  return published;
}
