import { cp, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Moves a file or a folder from one folder to another, which may be on another file system or have one of that name. */
export async function moveInto(to: string, from: string, name: string): Promise<void> {
  try {
    await rename(join(from, name), join(to, name));
  } catch {
    await cp(join(from, name), join(to, name), { recursive: true });
  }
}
