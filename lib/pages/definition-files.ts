import { KINDS, type PageKind } from '../schema/kinds.ts';
import { pagePath } from './page-path.ts';

/** The path of a page's twins without their ending: `stanzas/` gives `stanzas`, the overview gives `index`. */
export const twinName = (page: string): string => (page === '' ? 'index' : page.replace(/\/$/, ''));

/** The JSON and the Markdown beside a page. */
export const twinFiles = (page: string): { readonly json: string; readonly markdown: string } => ({
  json: `${twinName(page)}.json`,
  markdown: `${twinName(page)}.md`,
});

/** The TypeScript types beside the page of a stanza. */
export const typesFile = (page: string): string => `${twinName(page)}.d.ts`;

/** The TypeScript types of all stanzas. */
export const ALL_TYPES = 'types.d.ts';

/** The feeds of what changed on a page, as Atom and as JSON. */
export const feedFiles = (page: string): { readonly atom: string; readonly json: string } => ({
  atom: `${page}feed.xml`,
  json: `${page}feed.json`,
});

/** Every file of the site that belongs to one definition: its page, twins and feeds. */
export function definitionFiles(kind: PageKind, id: string): readonly string[] {
  const page = pagePath(kind, id);
  const feeds = KINDS[kind].feed === true ? Object.values(feedFiles(page)) : [];
  const types = kind === 'stanza' ? [typesFile(page)] : [];
  return [`${page}index.html`, ...Object.values(twinFiles(page)), ...types, ...feeds];
}
