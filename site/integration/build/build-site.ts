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
import { inodeOf } from './build-manifest.ts';
import { CODE, type CompiledPages, startCompiledPages } from './compiled-pages.ts';
import { moveInto } from './move-into.ts';
import { type PageToRender, pageRenderer, renderPages } from './page-renderer.ts';
import { putInPlace } from './put-in-place.ts';
import { type RenderPool, startRenderPool } from './render-pool.ts';
import { linkUnchanged, outputFilesOf, withAllOutputs } from './unchanged-definitions.ts';

export interface SiteOptions {
  /** How the site is postprocessed. */
  readonly finish?: Finish;
  /** The preloaded files of the spec; with them two threads build the site. */
  readonly preloaded?: PreloadedDefinitions | undefined;
  /** The compiled pages, if that was started for this base path already. The caller ends it. */
  readonly code?: CompiledPages | undefined;
  /** The definitions whose files in the output folder are up to date, by their keys. */
  readonly same?: ReadonlySet<string> | undefined;
  /** The inode of that output folder. */
  readonly folder?: number | undefined;
}

/** A build in progress, beside the folder that it will replace. */
export interface SiteBuild {
  /**
   * Completes the site and swaps it in.
   * @returns the number of pages, and the inode of the published folder
   * @throws if a page or a file of a release would be lost
   */
  publish(): Promise<{ readonly pages: number; readonly folder: number | undefined }>;
  /** Stops the build and removes what is not published. */
  end(): Promise<void>;
}

/**
 * Renders a corpus into a folder. Everything is written to a scratch folder, which then replaces the old one; a build
 * that fails changes nothing.
 * @param out absolute path of the output folder; its parent exists
 * @returns the number of pages
 * @throws if a page or a file of a release would be lost
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
 * Starts a build: a second thread writes the files beside the pages while the corpus is still being validated.
 * @param out absolute path of the output folder; its parent exists
 */
export async function beginSite(
  publication: Published,
  out: string,
  { finish = {}, preloaded, code: given, same = new Set(), folder }: SiteOptions = {},
): Promise<SiteBuild> {
  const code = given ?? startCompiledPages(publication.base, cacheFolder(process));
  await removeLeftOvers(out);
  const fresh = await makeScratchFolder(out);
  // Postprocessing writes to the files, which must not happen to hard links to the last site.
  const isPlain = !finish.portable && !finish.compress;
  const unchanged = isPlain ? withAllOutputs(out, same) : new Set<string>();
  const thread =
    preloaded === undefined ? undefined : startRenderPool(publication, preloaded, fresh, unchanged);
  return {
    async publish() {
      const laid = await code.root;
      for (const name of await readdir(laid)) {
        if (name !== CODE) await moveInto(fresh, laid, name);
      }
      // As late as possible: a hard link changes the ctime of the published files.
      linkUnchanged(out, fresh, unchanged);
      if (unchanged.size > 0 && inodeOf(out) !== folder) {
        throw new UsageError(`Another build has replaced ${out} meanwhile. Build again.`);
      }
      await renderSite(publication, join(laid, CODE), fresh, unchanged, thread);
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

/** Renders the missing pages, and writes the files beside them unless the second thread does. */
async function renderSite(
  publication: Published,
  code: string,
  root: string,
  unchanged: ReadonlySet<string>,
  thread: RenderPool | undefined,
): Promise<void> {
  const renderer = await pageRenderer(code, publication);
  const there = new Set([...unchanged].flatMap((key) => outputFilesOf(key)));
  const missing = (await renderer.pages()).filter(({ file }) => !there.has(file));
  // Endpoints such as those of the search index come first: then one thread renders them, and computes the index once.
  const isPart = ({ file }: PageToRender): boolean => !file.endsWith('.html');
  const pages = [...missing.filter(isPart), ...missing.filter((page) => !isPart(page))];
  const all = pages.values();
  await renderPages(renderer, root, thread?.share(code, pages) ?? (() => all.next().value));
  if (thread === undefined) writeFiles(root, publishedFiles(publication, unchanged));
  else await thread.done;
}
