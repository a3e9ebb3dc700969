import { splitPath } from '../../../lib/corpus/facts/split-path.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { definitionAt, pagePath } from '../../../lib/pages/page-path.ts';
import { PAGE_KINDS, type PageKind } from '../../../lib/schema/kinds.ts';
import type { Links } from './links.ts';
import { releasesOf } from './releases-of.ts';

/**
 * The URL for a path of the spec or of a release: a fact path, the id of a definition, or its page, such as
 * flows/one-to-one. undefined if no page shows it.
 */
export function pathHref(path: string, published: Published, links: Links): string | undefined {
  const part = splitPath(path);
  if (part !== undefined) {
    const page = pageOf(part.ownerKind, part.owner, published, links);
    return page === undefined ? undefined : `${page}${fragment(part.anchor)}`;
  }
  if (path.startsWith('node/')) return pageOf('node', path.slice('node/'.length), published, links);
  if (path.includes('/')) {
    const at = definitionAt(path);
    return at === undefined ? undefined : pageOf(at.kind, at.id, published, links);
  }
  for (const kind of PAGE_KINDS) {
    const page = pageOf(kind, path, published, links);
    if (page !== undefined) return page;
  }
  return undefined;
}

function pageOf(kind: PageKind, id: string, published: Published, links: Links): string | undefined {
  const page = pagePath(kind, id);
  const { former } = releasesOf(published);
  return links.definition(kind, id) ?? (former.has(page) ? links.page(page) : undefined);
}
