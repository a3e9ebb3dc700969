import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Published } from '../../lib/diff/published.ts';
import { releasedPages } from '../../lib/diff/released-pages.ts';
import type { Twin } from '../../lib/export/twin.ts';
import { build } from './astro.ts';
import { cardOf } from './card.ts';
import { publicationPlugin } from './publication-plugin.ts';
import { replaceFolder } from './replace-folder.ts';
import { siteFiles } from './site-files.ts';
import { siteMapFiles } from './site-map-files.ts';

/** The folder of this product: where astro.config.mjs and site/ are, wherever the command was called. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Renders a corpus into a folder. Pages and files are written beside it first; only when all of them are there
 * does the new folder take the place of the old one. A build that fails leaves the old one as it was.
 * @param out absolute path; it must be on the file system of its parent
 * @returns the number of pages
 * @throws when a page that was released would be lost
 */
export async function buildSite(publication: Published, out: string): Promise<number> {
  await removeLeftOvers(out);
  const fresh = await mkdtemp(`${out}.tmp-`);
  try {
    await build({
      root: PROJECT,
      outDir: fresh,
      base: publication.base,
      ...(publication.origin === undefined ? {} : { site: publication.origin }),
      logLevel: 'warn',
      vite: { logLevel: 'warn', plugins: [publicationPlugin(() => publication)] },
    });
    const files = await readdir(fresh, { recursive: true });
    const pages = files.filter((name) => name.endsWith('.html')).map((name) => name.replaceAll('\\', '/'));
    refuseLostPages(publication, new Set(pages));
    await writeFiles(fresh, siteFiles(publication));
    await writeFiles(fresh, siteMapFiles(publication, pages));
    await writeFile(join(fresh, 'card.png'), await cardOf(publication.corpus));
    // A temporary folder is for its owner alone; a site is for every reader.
    await chmod(fresh, 0o755);
    await replaceFolder(fresh, out);
    return pages.length;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

// The rules say it of each path; this holds whatever the pages make of them.
function refuseLostPages({ releases }: Published, pages: ReadonlySet<string>): void {
  for (const { page, version } of releasedPages(releases)) {
    if (pages.has(`${decodeURIComponent(page)}index.html`)) continue;
    throw new Error(`/${page} was released in ${version}, and the site would not have it any more.`);
  }
}

/** So many files are written at once. */
const WRITERS = 16;

async function writeFiles(root: string, files: Iterable<Twin>): Promise<void> {
  const folders = new Set<string>();
  let writing: Promise<void>[] = [];
  for (const { path, text } of files) {
    const file = join(root, path);
    const folder = dirname(file);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    writing.push(writeFile(file, text));
    if (writing.length < WRITERS) continue;
    await Promise.all(writing);
    writing = [];
  }
  await Promise.all(writing);
}

// A build that was killed leaves its folder behind. Younger ones may belong to a build that runs now.
async function removeLeftOvers(out: string): Promise<void> {
  const parent = dirname(out);
  const mine = `${basename(out)}.tmp-`;
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    if (!entry.name.startsWith(mine) || !entry.isDirectory()) continue;
    const path = join(parent, entry.name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > LEFT_OVER_AFTER) await rm(path, { recursive: true, force: true });
  }
}

const LEFT_OVER_AFTER = 60 * 60 * 1000;
