import type { Published } from '../../../lib/diff/bundle/published.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../../lib/schema/kinds.ts';
import { fragment, type Links } from './links.ts';
import { releasesOf } from './releases-of.ts';

/**
 * Where a path is shown that is in the spec or was in a release: a fact path, the id of a definition, or the page
 * of one such as flows/one-to-one. undefined for what has no page.
 */
export function pathHref(path: string, published: Published, links: Links): string | undefined {
  const [, owner, mark, anchor = ''] = /^([^:=]*)([:=])(.*)$/s.exec(path) ?? [];
  if (owner !== undefined) {
    const page = pageOf(mark === ':' ? 'stanza' : 'enum', owner, published, links);
    return page === undefined ? undefined : `${page}${fragment(anchor)}`;
  }
  const [folder = '', id] = path.split('/');
  for (const kind of KIND_NAMES) {
    if (id !== undefined && folder !== folderOf(kind)) continue;
    const page = pageOf(kind, id ?? path, published, links);
    if (page !== undefined) return page;
  }
  return undefined;
}

function pageOf(kind: Kind, id: string, published: Published, links: Links): string | undefined {
  const folder = folderOf(kind);
  if (folder === undefined) return undefined;
  const page = `${folder}/${encodeURIComponent(id)}/`;
  const { former } = releasesOf(published);
  return links.definition(kind, id) ?? (former.has(page) ? links.page(page) : undefined);
}

function folderOf(kind: Kind): string | undefined {
  const { at } = KINDS[kind];
  return 'folder' in at ? at.folder : undefined;
}
