import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { portablePage } from './portable-page.ts';
import { precompress } from './precompress.ts';

/** How a site is postprocessed. */
export interface Finish {
  /** So that it can be opened from disk. */
  readonly portable?: boolean;
  /** For servers that serve precompressed `.br` and `.gz` files. */
  readonly compress?: boolean;
}

/**
 * Postprocesses a site before it is published.
 * @param root the folder of the site
 * @param base its base path, with slashes at both ends
 */
export async function finishSite(root: string, base: string, { portable, compress }: Finish): Promise<void> {
  if (!portable && !compress) return;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (portable && entry.name.endsWith('.html')) {
      const file = path.slice(root.length + 1).replaceAll('\\', '/');
      await writeFile(path, portablePage(await readFile(path, 'utf8'), file, base));
    }
    if (compress) {
      for (const [name, bytes] of await precompress(entry.name, await readFile(path))) {
        await writeFile(join(entry.parentPath, name), bytes);
      }
    }
  }
}
