import { rename, rm } from 'node:fs/promises';

/**
 * Puts a finished folder in the place of another: by renaming, so that there is never a half-written one.
 * The old folder is set aside first and deleted last; when the new one cannot be put in its place, the old
 * one comes back.
 */
export async function replaceFolder(fresh: string, target: string): Promise<void> {
  const aside = `${fresh}.old`;
  const hadOne = await rename(target, aside).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOne) await rename(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}
