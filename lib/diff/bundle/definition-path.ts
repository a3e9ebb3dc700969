import { isPageKind, KINDS, type Kind } from '../../schema/kinds.ts';

/**
 * The permanent path of a definition: the id of a stanza or an enum, as in fact paths; of any other kind its page, such
 * as flows/one-to-one. undefined for a kind of one file, which has no ids.
 */
export function definitionPath(kind: Kind, id: string): string | undefined {
  if (kind === 'stanza' || kind === 'enum') return id;
  return isPageKind(kind) ? `${KINDS[kind].page}${id}` : undefined;
}
