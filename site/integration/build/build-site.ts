import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { cacheFolder } from '../../../lib/node/cache/cache-folder.ts';
import {
  makeScratchFolder,
  removeFolder,
  removeLeftOvers,
} from '../../../lib/node/files/make-scratch-folder.ts';
import { writeFiles } from '../../../lib/node/files/write-files.ts';
import { UsageError } from '../../../lib/node/process/usage-error.ts';
import type { PreloadedDefinitions } from '../../../lib/node/spec/preload-definitions.ts';
import { publishedFiles } from '../../../lib/publish/published-files.ts';
import { completeSite } from '../output/complete-site.ts';
import type { Finish } from '../output/finish-site.ts';
import { numberOf } from './build-manifest.ts';
import { CODE, type CompiledPages, startCompiledPages } from './compiled-pages.ts';
import { moveInto } from './move-into.ts';
import { type PageToRender, pageRenderer, renderPages } from './page-renderer.ts';
import { putInPlace } from './put-in-place.ts';
import { type RenderPool, startRenderPool } from './render-pool.ts';
import { linkUnchanged, outputFilesOf, withAllOutputs } from './unchanged-definitions.ts';

export interface SiteOptions {
  /** What the site is made ready for beside being served. */
  readonly finish?: Finish;
  /** The files of the spec: with them it is built by two threads. */
  readonly preloaded?: PreloadedDefinitions | undefined;
  /** The code of the pages, if it was started for this base already. Whoever started it ends it. */
  readonly code?: CompiledPages | undefined;
  /** Definitions whose files in the folder are as they would be made again, by their keys. */
  readonly same?: ReadonlySet<string> | undefined;
  /** The number of the folder of which that is known. */
  readonly folder?: number | undefined;
}

/** A site that is being made beside the folder that it will replace. */
export interface SiteBuild {
  /**
   * Makes the rest of it and puts it in its place.
   * @returns the number of pages, and of the folder that is published
   * @throws when a page or a file that was released would be lost
   */
  publish(): Promise<{ readonly pages: number; readonly folder: number | undefined }>;
  /** Stops what is still going on, and takes away what is not published. */
  end(): Promise<void>;
}

/**
 * Renders a corpus into a folder. Pages and files are written beside it first; only when all of them are there
 * does the new folder take the place of the old one. A build that fails leaves the old one as it was.
 * @param out absolute path, anywhere; its parent exists
 * @returns the number of pages
 * @throws when a page or a file that was released would be lost
 */
export async function buildSite(
  publication: Published,
  out: string,
  options: SiteOptions = {},
): Promise<number> {
  const site = await beginSite(publication, out, options);
  const { pages } = await site.publish().finally(site.end);
  return pages;
}

/**
 * Begins to build a site: a second thread makes the files beside the pages while it is not yet known whether the corpus
 * has errors.
 * @param out absolute path, anywhere; its parent exists
 */
export async function beginSite(
  publication: Published,
  out: string,
  { finish = {}, preloaded, code: given, same = new Set(), folder }: SiteOptions = {},
): Promise<SiteBuild> {
  const code = given ?? startCompiledPages(publication.base, cacheFolder(process));
  await removeLeftOvers(out);
  const fresh = await makeScratchFolder(out);
  // What is made ready for more than being served is written to once more, and so is not the file that it was.
  const isPlain = !finish.portable && !finish.compress;
  const carried = isPlain ? withAllOutputs(out, same) : new Set<string>();
  const thread =
    preloaded === undefined ? undefined : startRenderPool(publication, preloaded, fresh, carried);
  return {
    async publish() {
      const laid = await code.root;
      for (const name of await readdir(laid)) {
        if (name !== CODE) await moveInto(fresh, laid, name);
      }
      // Not before: it shows on the files of the site that is published.
      linkUnchanged(out, fresh, carried);
      if (carried.size > 0 && numberOf(out) !== folder) {
        throw new UsageError(`Another build has replaced ${out} meanwhile. Build again.`);
      }
      await renderSite(publication, join(laid, CODE), fresh, carried, thread);
      const pages = await completeSite(publication, fresh);
      return { pages, folder: await putInPlace(fresh, out, publication.base, finish) };
    },
    async end() {
      await thread?.end();
      if (given === undefined) await code.end();
      await removeFolder(fresh);
    },
  };
}

/** Renders the pages that are not there yet, and writes the files beside them if no thread does. */
async function renderSite(
  publication: Published,
  code: string,
  root: string,
  carried: ReadonlySet<string>,
  thread: RenderPool | undefined,
): Promise<void> {
  const renderer = await pageRenderer(code, publication);
  const there = new Set([...carried].flatMap((key) => outputFilesOf(key)));
  const missing = (await renderer.pages()).filter(({ file }) => !there.has(file));
  // Files that are parts of one thing, such as the index of the search, come first: only one thread makes that thing.
  const isPart = ({ file }: PageToRender): boolean => !file.endsWith('.html');
  const pages = [...missing.filter(isPart), ...missing.filter((page) => !isPart(page))];
  const all = pages.values();
  await renderPages(renderer, root, thread?.share(code, pages) ?? (() => all.next().value));
  if (thread === undefined) writeFiles(root, publishedFiles(publication, carried));
  else await thread.done;
}
