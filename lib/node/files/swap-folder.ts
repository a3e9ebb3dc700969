import { asideOf, removeFolder } from './make-scratch-folder.ts';
import { move } from './move.ts';

/** Attempts, in case another process puts its own folder there at the same moment. */
const TRIES = 20;

/**
 * Replaces a folder by a finished scratch folder. Both are renamed, so there is never a half-written folder; if the
 * swap fails, the old folder is restored. Of two concurrent processes the last one wins.
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
      // Another process was faster: the folder set aside is outdated.
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

/** Moves a folder; returns false if it does not exist. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await move(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
