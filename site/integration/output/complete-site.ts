import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';
import { writeFiles } from '../../../lib/node/files/write-files.ts';
import { assertNothingLost } from '../../../lib/publish/assert-nothing-lost.ts';
import { sitemapFiles } from '../../../lib/publish/sitemap-files.ts';
import { hostFiles } from './host-files.ts';
import { socialCards } from './social-cards.ts';

/**
 * Adds the files that depend on the whole site: the sitemap, the preview images for links, and the files for hosts.
 * @param root absolute path of a folder with all pages and twins
 * @returns the number of pages
 * @throws if a page or a file of a release would be lost
 */
export async function completeSite(publication: Published, root: string): Promise<number> {
  const files = await readdir(root, { recursive: true });
  const pages = files.filter((name) => name.endsWith('.html')).map((name) => withSlashes(name));
  writeFiles(root, sitemapFiles(publication, pages));
  for (const { path, bytes } of await socialCards(publication.corpus))
    await writeFile(join(root, path), bytes);
  const made = await readdir(root, { recursive: true });
  assertNothingLost(
    publication.releases,
    made.map((name) => withSlashes(name)),
  );
  writeFiles(root, hostFiles(publication.base));
  return pages.length;
}
