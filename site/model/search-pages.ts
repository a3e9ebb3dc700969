import type { Publication } from '../../lib/corpus/publication.ts';
import type { SearchPage } from '../../lib/export/search-entry.ts';
import { KIND_NAMES, KINDS } from '../../lib/schema/kinds.ts';
import { frameOf } from './frame.ts';
import { glossaryTerms } from './glossary-page.ts';
import type { Links } from './links.ts';

/** What the site has to find besides the corpus: the pages that its navigation names, and the terms of its glossary. */
export function searchPages(publication: Publication, links: Links): SearchPage[] {
  const terms = glossaryTerms(publication).map(
    ({ term, href, definition }): SearchPage => ({
      kind: 'term',
      name: term,
      href: `${links.page('glossary/')}${href}`,
      text: definition,
    }),
  );
  return [...listPages(publication, links), ...terms];
}

/** The pages of the navigation that are no definitions: lists, and pages of prose. */
export function listPages(
  publication: Publication,
  links: Links,
): (SearchPage & { readonly count: number | undefined })[] {
  const { home, header, groups } = frameOf(publication, links, '');
  const { definitions } = publication.corpus;
  const single = new Set(
    KIND_NAMES.filter((kind) => 'folder' in KINDS[kind].at).flatMap((kind) =>
      [...definitions[kind].keys()].map((id) => links.definition(kind, id)),
    ),
  );
  const pages = new Map<string, SearchPage & { readonly count: number | undefined }>();
  const add = (name: string, href: string, count?: number): void => {
    // The navigation may name a page twice; the count stands beside one of them.
    const known = pages.get(href);
    pages.set(href, {
      kind: 'page',
      name: known?.name ?? name,
      href,
      text: '',
      count: known?.count ?? count,
    });
  };
  add('Spec overview', home);
  for (const { text, href, count } of [...header, ...groups.flatMap(({ items }) => items)]) {
    if (!single.has(href)) add(text, href, count);
  }
  return [...pages.values()];
}
