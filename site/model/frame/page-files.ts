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
 * The files beside a page: its twins, and the feed of its changes.
 * @param path the path of the page without the base
 * @param twins false for a page that has none although others in its folder do
 */
export function pageFiles(
  { corpus }: Publication,
  links: Links,
  path: string,
  twins: boolean,
): readonly PageFile[] {
  const [folder = ''] = path.split('/');
  const file = (type: string, name: string, title: string): PageFile => ({
    type,
    href: links.page(name),
    title,
  });
  const twin = twinFiles(path);
  const at = definitionAt(path);
  const id = decodeURIComponent(at?.id ?? '');
  const hasFeed = at !== undefined && KINDS[at.kind].feed === true && corpus.definitions[at.kind].has(id);
  const feeds = feedFiles(hasFeed ? pagePath(at.kind, id) : '');
  return [
    ...(twins && WITH_TWINS.has(folder)
      ? [file('application/json', twin.json, 'JSON'), file('text/markdown', twin.markdown, 'Markdown')]
      : []),
    file('application/atom+xml', feeds.atom, 'Atom feed'),
    file('application/feed+json', feeds.json, 'JSON feed'),
  ];
}

/** The content of a page for programs: its twins, and the types of a stanza. */
export function pageContents(links: Links, path: string, files: readonly PageFile[]): readonly PageFile[] {
  const at = definitionAt(path);
  const isStanza = at?.kind === 'stanza' && path === pagePath('stanza', decodeURIComponent(at.id));
  const types = { type: 'text/plain', href: links.page(typesFile(path)), title: 'TypeScript' };
  return [
    ...files.filter(({ type }) => type === 'application/json' || type === 'text/markdown'),
    ...(isStanza ? [types] : []),
  ];
}
