import { chmod, cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Published } from '../../lib/diff/published.ts';
import { releasedFiles, releasedPages } from '../../lib/diff/released-pages.ts';
import { build } from './astro.ts';
import { cardOf } from './card.ts';
import { type Finish, finishSite } from './finish-site.ts';
import { hostFiles } from './host-files.ts';
import { publicationPlugin } from './publication-plugin.ts';
import type { ReadAhead } from './read-ahead.ts';
import { replaceFolder } from './replace-folder.ts';
import { makeScratch, removeFolder, removeLeftOvers } from './scratch-folder.ts';
import { siteFiles } from './site-files.ts';
import { siteMapFiles } from './site-map-files.ts';
import { startSiteThread } from './site-thread.ts';
import { writeFiles } from './write-files.ts';

/** The folder of this product: where astro.config.mjs and site/ are, wherever the command was called. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A corpus of fewer facts is built before a second thread could help. */
const WORTH_A_THREAD = 5000;

/**
 * Renders a corpus into a folder. Pages and files are written beside it first; only when all of them are there
 * does the new folder take the place of the old one. A build that fails leaves the old one as it was.
 * @param out absolute path, anywhere; its parent exists
 * @param finish what it is made ready for beside being served
 * @param ahead the files of the spec: with them a large one is built by two threads
 * @returns the number of pages
 * @throws when a page or a file that was released would be lost
 */
export async function buildSite(
  publication: Published,
  out: string,
  finish: Finish = {},
  ahead?: ReadAhead,
): Promise<number> {
  // Astro runs the pages from where it writes them: in a folder below the working directory. They find their packages
  // only inside this project.
  const inside = join(PROJECT, '.astro/build');
  await mkdir(dirname(inside), { recursive: true });
  for (const path of [out, inside]) await removeLeftOvers(path);
  const rendered = await makeScratch(inside);
  const fresh = await makeScratch(out);
  const called = process.cwd();
  const isLarge = publication.corpus.facts.length >= WORTH_A_THREAD;
  const thread = ahead !== undefined && isLarge ? startSiteThread(publication, ahead, rendered) : undefined;
  try {
    process.chdir(PROJECT);
    await build({
      root: PROJECT,
      outDir: rendered,
      base: publication.base,
      ...(publication.origin === undefined ? {} : { site: publication.origin }),
      logLevel: 'warn',
      integrations: thread === undefined ? [] : [thread.integration],
      // The folder is new, and the thread writes to it already.
      vite: {
        logLevel: 'warn',
        build: { emptyOutDir: false },
        plugins: [publicationPlugin(() => publication)],
      },
    });
    await moveFolder(rendered, fresh);
    const files = await readdir(fresh, { recursive: true });
    const pages = files.filter((name) => name.endsWith('.html')).map((name) => name.replaceAll('\\', '/'));
    refuseLostPages(publication, new Set(pages));
    if (thread === undefined) await writeFiles(fresh, siteFiles(publication));
    await writeFiles(fresh, siteMapFiles(publication, pages));
    await writeFile(join(fresh, 'card.png'), await cardOf(publication.corpus));
    refuseLostFiles(publication, await readdir(fresh, { recursive: true }));
    await writeFiles(fresh, hostFiles(publication.base));
    await finishSite(fresh, publication.base, finish);
    // A temporary folder is for its owner alone; a site is for every reader.
    await chmod(fresh, 0o755);
    await replaceFolder(fresh, out);
    return pages.length;
  } finally {
    await thread?.end();
    process.chdir(called);
    for (const path of [rendered, fresh]) await removeFolder(path);
  }
}

/** Puts a folder in the place of an empty one, on another file system too. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    await cp(from, to, { recursive: true });
  }
}

// The rules say it of each path; this holds whatever the pages make of them.
function refuseLostPages({ releases }: Published, pages: ReadonlySet<string>): void {
  for (const { page, version } of releasedPages(releases)) {
    if (pages.has(`${decodeURIComponent(page)}index.html`)) continue;
    throw new Error(`/${page} was released in ${version}, and the site would not have it any more.`);
  }
}

// Programs and feed readers keep addresses as people do.
function refuseLostFiles({ releases }: Published, files: readonly string[]): void {
  const there = new Set(files.map((name) => name.replaceAll('\\', '/')));
  for (const { path, version } of releasedFiles(releases)) {
    if (there.has(decodeURIComponent(path)) || there.has(path)) continue;
    throw new Error(`/${path} was released in ${version}, and the site would not have it any more.`);
  }
}
