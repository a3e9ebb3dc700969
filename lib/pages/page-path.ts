import { KINDS, type Kind, PAGE_KINDS, type PageKind } from '../schema/kinds.ts';

/**
 * Where the page of a definition lies: its path from the base of the site on, such as `stanzas/call-offer/`. Of a kind
 * that is one file it is the page that shows it, or undefined where none does.
 */
export function pagePath(kind: PageKind, id: string): string;
export function pagePath(kind: Kind, id: string): string | undefined;
export function pagePath(kind: Kind, id: string): string | undefined {
  const { at, page } = KINDS[kind];
  return 'folders' in at ? `${page}${encodeURIComponent(id)}/` : page;
}

/** Where the page of a release lies that says what changed in it. */
export const changesPath = (version: string): string => `changes/${version}/`;

/** Where a stanza, a shared node, an enum or a part lies as a release had it. */
export const releasedPagePath = (version: string, kind: PageKind, id: string): string =>
  `v/${version}/${pagePath(kind, id)}`;

/** The definition whose page has a path, such as `flows/one-to-one`. It need not exist. */
export function definitionAt(path: string): { readonly kind: PageKind; readonly id: string } | undefined {
  const slash = path.indexOf('/') + 1;
  const kind = PAGE_KINDS.find((one) => KINDS[one].page === path.slice(0, slash));
  return kind === undefined ? undefined : { kind, id: path.slice(slash).replace(/\/.*$/s, '') };
}
