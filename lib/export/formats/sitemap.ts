import type { PublishedFile } from './published-file.ts';

/** The most URLs that one file may hold. */
const MOST = 50_000;

/**
 * The sitemap of a site: an index, and files with the URLs of its pages.
 * @param home the URL of the overview, with a trailing slash
 * @param pages the paths of the pages below it, in order
 */
export function sitemap(home: string, pages: readonly string[]): PublishedFile[] {
  const files: PublishedFile[] = [];
  for (let at = 0; at < pages.length; at += MOST) {
    const rows = pages.slice(at, at + MOST).map((page) => `<url><loc>${xml(`${home}${page}`)}</loc></url>`);
    files.push({ path: `sitemap-${files.length}.xml`, text: document('urlset', rows) });
  }
  const rows = files.map(({ path }) => `<sitemap><loc>${xml(`${home}${path}`)}</loc></sitemap>`);
  return [{ path: 'sitemap-index.xml', text: document('sitemapindex', rows) }, ...files];
}

const document = (root: string, rows: readonly string[]): string =>
  `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...rows,
    `</${root}>`,
  ].join('\n')}\n`;

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
