import { KIND_NAMES, KINDS } from '../../lib/schema/kinds.ts';
import type { SchemaNode } from '../../lib/schema/schema-node.ts';
import { COMMON_SCHEMA } from '../../lib/schema/schemas.generated.ts';

/** A schema node with its address, such as common.schema.json#/$defs/id. */
export interface Located {
  readonly at: string;
  readonly node: SchemaNode;
}

/** All schemas by file name. */
export const SCHEMAS: ReadonlyMap<string, SchemaNode> = new Map(
  [COMMON_SCHEMA, ...KIND_NAMES.map((kind) => KINDS[kind].schema)].map((schema) => {
    const node = schema as SchemaNode;
    return [node.$id ?? '', node];
  }),
);

/** The node behind a reference, over any number of steps; the node itself where there is none. */
export function resolved({ at, node }: Located): Located {
  if (node.$ref === undefined) return { at, node };
  const [target = '', pointer = ''] = node.$ref.split('#');
  const file = target === '' ? (at.split('#')[0] ?? '') : target;
  let found: unknown = SCHEMAS.get(file);
  for (const step of pointer.split('/').slice(1)) found = (found as Record<string, unknown>)[step];
  if (found === undefined) throw new Error(`${at}: ${node.$ref} leads nowhere`);
  return resolved({ at: `${file}#${pointer}`, node: found as SchemaNode });
}

/** The parts of a node that are schemas themselves, without following references. */
export function partsOf({ at, node }: Located): Located[] {
  const named = (key: 'properties' | '$defs') =>
    Object.entries(node[key] ?? {}).map(([name, part]) => ({ at: `${at}/${key}/${name}`, node: part }));
  return [
    ...named('properties'),
    ...named('$defs'),
    ...(node.items === undefined ? [] : [{ at: `${at}/items`, node: node.items }]),
    ...(node.anyOf ?? []).map((part, i) => ({ at: `${at}/anyOf/${i}`, node: part })),
  ];
}

/** Every node of every schema. */
export function allNodes(): Located[] {
  const below = (one: Located): Located[] => [one, ...partsOf(one).flatMap(below)];
  return [...SCHEMAS].flatMap(([file, node]) => below({ at: `${file}#`, node }));
}
