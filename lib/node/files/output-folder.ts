import { lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Io } from '../process/io.ts';
import { UsageError } from '../process/usage-error.ts';

/** Files in the root of every built site. */
const SITE_FILES = ['index.html', '404.html'];

/**
 * Checks that a build may replace a folder: it must not contain the spec or the working directory, nor be inside the
 * spec, and it must be empty or a site that was built before.
 * @param option the value of --out
 * @returns the real path, so that a symbolic link stays a link
 * @throws UsageError if files would be lost that a build cannot make again
 */
export async function outputFolder(
  option: string | boolean | undefined,
  specRoot: string,
  io: Io,
): Promise<string> {
  const given = typeof option === 'string' ? option : 'dist';
  const out = await behindLinks(resolve(io.cwd, given), given);
  const [cwd, spec] = [await realpath(io.cwd), await realpath(specRoot)];
  const clash = holds(out, cwd) || holds(out, spec) || holds(spec, out);
  if (clash)
    throw new UsageError(
      `${given} contains or is inside the spec or the current folder. Choose a separate folder.`,
    );
  await mkdir(dirname(out), { recursive: true });
  const present = await readdir(out).catch((): string[] => []);
  if (present.length > 0 && !SITE_FILES.every((name) => present.includes(name))) {
    throw new UsageError(
      `${given} has files that are not from a build. Choose another folder, or an empty one.`,
    );
  }
  return out;
}

/** The real path of a folder that need not exist yet. */
async function behindLinks(path: string, given: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const isLink = await lstat(path).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    if (isLink) throw new UsageError(`${given} is a broken link. Create the folder that it points to.`);
    const parent = dirname(path);
    return parent === path ? path : join(await behindLinks(parent, dirname(given)), basename(path));
  }
}

/** Whether a folder is another one or contains it. */
function holds(folder: string, inner: string): boolean {
  const way = relative(folder, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}
