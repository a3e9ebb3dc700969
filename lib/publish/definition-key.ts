import type { PageKind } from '../schema/kinds.ts';

/** Names a definition in a set of several kinds, such as `stanza call-offer`. */
export const definitionKey = (kind: PageKind, id: string): string => `${kind} ${id}`;

/** The definition that a key names. */
export function definitionOfKey(key: string): { readonly kind: PageKind; readonly id: string } {
  const space = key.indexOf(' ');
  return { kind: key.slice(0, space) as PageKind, id: key.slice(space + 1) };
}
