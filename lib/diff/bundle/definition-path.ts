import { KINDS, type Kind } from '../../schema/kinds.ts';

/**
 * The path by which a definition is known for ever: the id of a stanza or an enum, as in fact paths; of any other
 * kind its page, such as flows/one-to-one. undefined for what stands in one file and has no id.
 */
export function definitionPath(kind: Kind, id: string): string | undefined {
  if (kind === 'stanza' || kind === 'enum') return id;
  const { at } = KINDS[kind];
  return 'folder' in at ? `${at.folder}/${id}` : undefined;
}
