import type { Published } from '../diff/bundle/published.ts';
import { retiredPages } from '../diff/retired/retired-pages.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import { sitemap } from '../export/formats/sitemap.ts';
import { addressesOf } from '../export/json/addresses.ts';
import { compareText } from '../text/compare-text.ts';
import { pageDays } from './page-days.ts';

/** Pages without anything to find: a search that is empty, and a form. */
const UNLISTED: ReadonlySet<string> = new Set(['search/', 'report/']);

/**
 * robots.txt, and the sitemap if the origin of the site is known. The sitemap leaves out the 404 page, old versions,
 * retired pages, the search and the report form. It says on which day a page last changed, where the releases tell.
 * @param pages the files of the pages
 */
export function sitemapFiles(published: Published, pages: readonly string[]): PublishedFile[] {
  const { corpus, origin, base, releases } = published;
  // Crawlers read the file only at the root of a host. A site below it lists the lines for the host's own file.
  const place = [
    `# Crawlers read only ${origin ?? ''}/robots.txt. This site is under ${base}:`,
    '# add these lines there, so that they find its sitemap.',
  ];
  const rules = [...(base === '/' ? [] : place), 'User-agent: *', `Allow: ${base}`];
  if (origin === undefined) return [{ path: 'robots.txt', text: `${rules.join('\n')}\n` }];
  const home = addressesOf(published).of('');
  const gone = new Set(
    retiredPages(corpus, releases).flatMap(({ page, now }) => (now === undefined ? [] : [page])),
  );
  const listed = pages
    .filter((file) => file.endsWith('index.html') && !file.startsWith('v/'))
    .map((file) =>
      file
        .replace(/index\.html$/, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/'),
    )
    .filter((page) => !gone.has(page) && !UNLISTED.has(page))
    .sort(compareText)
    .map((page) => ({ page, day: pageDays(published, page).last }));
  return [
    { path: 'robots.txt', text: `${[...rules, `Sitemap: ${home}sitemap-index.xml`].join('\n')}\n` },
    ...sitemap(home, listed),
  ];
}
