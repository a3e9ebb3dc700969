import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { feedFiles, twinFiles, twinName, typesFile } from '../../../lib/pages/definition-files.ts';
import { definitionAt, pagePath } from '../../../lib/pages/page-path.ts';
import { KINDS, PAGE_KINDS } from '../../../lib/schema/kinds.ts';
import type { Links } from '../links/links.ts';

/** A file beside a page: the same content for programs, or a feed of its changes. */
export interface PageFile {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** The first segments of the paths of pages that have twins. */
const WITH_TWINS: ReadonlySet<string> = new Set([
  ...PAGE_KINDS.map((kind) => twinName(KINDS[kind].page)),
  '',
  'changes',
  'coverage',
  'data',
  'disputes',
  'facts',
  'glossary',
  'questions',
  'rules',
  'v',
]);

/**
 * The files beside a page. `alternates` are other forms of itself and the feed of its changes; `contents` is what it shows,
 * for programs.
 * @param path the path of the page without the base
 * @param twins that of the page whose twins have what it shows, mostly its own; false if none have it
 */
export function pageFiles(
  publication: Publication,
  links: Links,
  path: string,
  twins: string | false,
): { readonly alternates: readonly PageFile[]; readonly contents: readonly PageFile[] } {
  const own = twins === false ? [] : twinsOfPage(links, twins);
  const feeds = feedsOfPage(publication, links, path);
  return {
    // What another page has is no other form of this one.
    alternates: twins === path ? [...own, ...feeds] : feeds,
    contents: [...own, ...typesOfPage(links, path)],
  };
}

function feedsOfPage({ corpus }: Publication, links: Links, path: string): readonly PageFile[] {
  const at = definitionAt(path);
  const id = decodeURIComponent(at?.id ?? '');
  const hasFeed = at !== undefined && KINDS[at.kind].feed === true && corpus.definitions[at.kind].has(id);
  const feeds = feedFiles(hasFeed ? pagePath(at.kind, id) : '');
  return [
    { type: 'application/atom+xml', href: links.page(feeds.atom), title: 'Atom feed' },
    { type: 'application/feed+json', href: links.page(feeds.json), title: 'JSON feed' },
  ];
}

function twinsOfPage(links: Links, path: string): readonly PageFile[] {
  const [folder = ''] = path.split('/');
  const twin = twinFiles(path);
  return WITH_TWINS.has(folder)
    ? [
        { type: 'application/json', href: links.page(twin.json), title: 'JSON' },
        { type: 'text/markdown', href: links.page(twin.markdown), title: 'Markdown' },
      ]
    : [];
}

function typesOfPage(links: Links, path: string): readonly PageFile[] {
  const at = definitionAt(path);
  const isStanza = at?.kind === 'stanza' && path === pagePath('stanza', decodeURIComponent(at.id));
  return isStanza ? [{ type: 'text/plain', href: links.page(typesFile(path)), title: 'TypeScript' }] : [];
}
