import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { twinName } from '../../../lib/export/json/addresses.ts';
import type { Links } from '../links/links.ts';

/** A file beside a page: the same content for programs, or a feed of its changes. */
export interface PageFile {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** The first segments of the paths of pages that have twins. */
const WITH_TWINS: ReadonlySet<string> = new Set([
  '',
  'captures',
  'changes',
  'contributors',
  'coverage',
  'data',
  'disputes',
  'enums',
  'facts',
  'flavors',
  'flows',
  'glossary',
  'questions',
  'rules',
  'stanzas',
  'techniques',
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
  const [folder = '', id = ''] = path.split('/');
  const file = (type: string, name: string, title: string): PageFile => ({
    type,
    href: links.page(name),
    title,
  });
  const name = twinName(path);
  const feeds =
    folder === 'stanzas' && corpus.definitions.stanza.has(decodeURIComponent(id)) ? `stanzas/${id}/` : '';
  return [
    ...(twins && WITH_TWINS.has(folder)
      ? [file('application/json', `${name}.json`, 'JSON'), file('text/markdown', `${name}.md`, 'Markdown')]
      : []),
    file('application/atom+xml', `${feeds}feed.xml`, 'Atom feed'),
    file('application/feed+json', `${feeds}feed.json`, 'JSON feed'),
  ];
}
