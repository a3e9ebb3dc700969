import { posix } from 'node:path';
import { filesIn } from './files-in.ts';

/** What links of a built site lead to. */
export interface FollowedLinks {
  /** Links to a file or an anchor that is not there, as `page: link`. */
  readonly broken: readonly string[];
  /** Pages that no other page links to. */
  readonly unlinked: readonly string[];
}

interface PageLinks {
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** Follows every link of every page of a site that was built at the root path, to its file and its anchor. */
export async function followLinks(site: string): Promise<FollowedLinks> {
  const files = await filesIn(site);
  const pages = new Map<string, PageLinks>();
  for (const [path, bytes] of files) if (path.endsWith('.html')) pages.set(path, linksOf(bytes.toString()));
  const broken: string[] = [];
  const linked = new Set<string>();
  for (const [from, { links }] of pages) {
    for (const link of links) {
      // One base for all, so that an address elsewhere is told by its origin.
      const url = new URL(link, new URL(from, 'https://site.invalid/'));
      if (url.origin !== 'https://site.invalid') continue;
      const path = decodeURIComponent(url.pathname.slice(1));
      const to = path === '' || path.endsWith('/') ? posix.join(path, 'index.html') : path;
      const anchor = decodeURIComponent(url.hash.slice(1));
      const isThere = files.has(to) && (anchor === '' || (pages.get(to)?.anchors.has(anchor) ?? true));
      if (!isThere) broken.push(`${from}: ${link}`);
      if (to !== from) linked.add(to);
    }
  }
  return { broken, unlinked: [...pages.keys()].filter((page) => !linked.has(page) && page !== '404.html') };
}

const linksOf = (html: string): PageLinks => ({
  anchors: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => plain(id))),
  links: [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) => plain(link)),
});

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
