import { isPageKind, KINDS, type Kind } from '../../schema/kinds.ts';

/**
 * The permanent path of a definition: for stanzas and enums the id and for shared nodes `node/<id>`, as in fact
 * paths; for other kinds the page, such as flows/one-to-one. Undefined for kinds that are a single file.
 */
export function definitionPath(kind: Kind, id: string): string | undefined {
  if (kind === 'stanza' || kind === 'enum') return id;
  if (kind === 'node') return `node/${id}`;
  return isPageKind(kind) ? `${KINDS[kind].page}${id}` : undefined;
}
