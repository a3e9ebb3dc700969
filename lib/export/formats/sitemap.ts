import type { PublishedFile } from './published-file.ts';

/** The most URLs that one file may hold. */
const MOST = 50_000;

/** A page by its path below the overview, with the day on which it last changed, if that is known. */
export interface SitemapPage {
  readonly page: string;
  readonly day: string | undefined;
}

/**
 * The sitemap of a site: an index, and files with the URLs of its pages.
 * @param home the URL of the overview, with a trailing slash
 * @param pages its pages, in order
 */
export function sitemap(home: string, pages: readonly SitemapPage[]): PublishedFile[] {
  const files: PublishedFile[] = [];
  for (let at = 0; at < pages.length; at += MOST) {
    const rows = pages.slice(at, at + MOST).map(({ page, day }) => {
      const changed = day === undefined ? '' : `<lastmod>${xml(day)}</lastmod>`;
      return `<url><loc>${xml(`${home}${page}`)}</loc>${changed}</url>`;
    });
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
