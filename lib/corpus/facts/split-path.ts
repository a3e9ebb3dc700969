import { FACT_OWNERS, type FactOwner, KINDS } from '../../schema/kinds.ts';

/** A fact path in its parts. */
export interface PathParts {
  readonly ownerKind: FactOwner;
  /** The id of the definition. */
  readonly owner: string;
  /** The path of the definition: its id, `node/` and its id, or the page of a flow or a part, such as flows/one-to-one. */
  readonly definition: string;
  /** The fragment on the page of the definition. */
  readonly anchor: string;
}

const NODE = 'node/';
const NAMED = FACT_OWNERS.filter((kind) => KINDS[kind].facts === '#');
const OF_NAMED = /^([^/]*)\/([^#:=]+)#(.+)$/s;

/**
 * The parts of a fact path; undefined for the path of a definition. The fact need not exist.
 * @example splitPath('node/te:@ip') // { ownerKind: 'node', owner: 'te', definition: 'node/te', anchor: '@ip' }
 */
export function splitPath(path: string): PathParts | undefined {
  const [, named, owner = '', part = ''] = OF_NAMED.exec(path) ?? [];
  const ownerKind = NAMED.find((kind) => kind === named);
  if (ownerKind !== undefined)
    return { ownerKind, owner, definition: `${KINDS[ownerKind].page}${owner}`, anchor: part };
  const [, definition = '', mark, anchor = ''] = /^([^:=]*)([:=])(.*)$/s.exec(path) ?? [];
  if (mark === undefined) return undefined;
  if (mark === '=') return { ownerKind: 'enum', owner: definition, definition, anchor };
  return definition.startsWith(NODE)
    ? { ownerKind: 'node', owner: definition.slice(NODE.length), definition, anchor }
    : { ownerKind: 'stanza', owner: definition, definition, anchor };
}

/** The path of the definition that a path belongs to. */
export const definitionOf = (path: string): string => splitPath(path)?.definition ?? path;
