import { asideOf, removeFolder } from './make-scratch-folder.ts';
import { move } from './move.ts';

/** How often another process may put its own folder there at the same moment. */
const TRIES = 20;

/**
 * Puts a finished scratch folder in the place of another: by renaming, so that there is never a half-written one.
 * The old folder is set aside first and deleted last; when the new one cannot be put in its place, the old
 * one comes back. Of two processes that do it at once the last one wins.
 */
export async function swapFolder(fresh: string, target: string): Promise<void> {
  const aside = asideOf(fresh);
  for (let left = TRIES; ; left -= 1) {
    const hadOne = await moved(target, aside);
    try {
      await move(fresh, target);
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isTaken = code === 'ENOTEMPTY' || code === 'EEXIST';
      // Another one is there by now; ours is set aside no longer.
      if (isTaken && left > 0) {
        if (hadOne) await removeFolder(aside);
        continue;
      }
      if (hadOne) await move(aside, target);
      throw error;
    }
  }
  await removeFolder(aside);
}

/** Moves a folder; false when there is none. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await move(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
