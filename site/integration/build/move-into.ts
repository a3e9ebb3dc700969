import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Moves a file or a folder into a folder, also to another file system; an existing folder is merged. */
export async function moveInto(to: string, from: string, name: string): Promise<void> {
  try {
    await rename(join(from, name), join(to, name));
  } catch {
    await cp(join(from, name), join(to, name), { recursive: true });
  }
}
