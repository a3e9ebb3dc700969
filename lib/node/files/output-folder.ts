import { lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Io } from '../process/io.ts';
import { UsageError } from '../process/usage-error.ts';

/** What every built site has at its top. */
const OURS = ['index.html', '404.html'];

/**
 * The folder that a build may replace: it must not hold, or stand in, the spec or the folder of the command,
 * and what is in it must be a site that was built before. Of a link it is the folder behind it, so that the link
 * stays.
 * @param option the value of --out
 * @throws Misuse when the folder would lose something that a build cannot make again
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
      `${given} is, holds or stands in the spec or this folder. Name a folder of its own.`,
    );
  await mkdir(dirname(out), { recursive: true });
  const present = await readdir(out).catch((): string[] => []);
  if (present.length > 0 && !OURS.every((name) => present.includes(name))) {
    throw new UsageError(
      `${given} holds files that no build has made. Name another folder, or one that is empty.`,
    );
  }
  return out;
}

/** The real path of a folder that may not be there yet. */
async function behindLinks(path: string, given: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const isLink = await lstat(path).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    if (isLink) throw new UsageError(`${given} is a link that leads nowhere. Make the folder that it names.`);
    const parent = dirname(path);
    return parent === path ? path : join(await behindLinks(parent, dirname(given)), basename(path));
  }
}

/** Whether a folder is another one or stands above it. */
function holds(folder: string, inner: string): boolean {
  const way = relative(folder, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}
