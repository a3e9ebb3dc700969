import type { Published } from '../diff/bundle/published.ts';
import { retiredPages } from '../diff/retired/retired-pages.ts';
import type { PublishedFile } from '../export/formats/published-file.ts';
import { sitemap } from '../export/formats/sitemap.ts';
import { addressesOf } from '../export/json/addresses.ts';
import { compareText } from '../text/compare-text.ts';

/**
 * robots.txt, and the sitemap if the origin of the site is known: all pages but the 404 page, those of old versions, and
 * those that only say where something went.
 * @param pages the files of the pages
 */
export function siteMapFiles(published: Published, pages: readonly string[]): PublishedFile[] {
  const { corpus, origin, base, releases } = published;
  // Crawlers read robots.txt only at the root of a host. For a site below the root, the file says what to put there.
  const place = [
    `# Crawlers read this file only as ${origin ?? ''}/robots.txt. This site stands under ${base}:`,
    '# for crawlers to find its site map, these lines have to stand there.',
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
    .filter((page) => !gone.has(page))
    .sort(compareText);
  return [
    { path: 'robots.txt', text: `${[...rules, `Sitemap: ${home}sitemap-index.xml`].join('\n')}\n` },
    ...sitemap(home, listed),
  ];
}
