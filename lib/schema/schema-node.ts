import { COMMON_SCHEMA } from './schemas.generated.ts';

/** A JSON Schema in the part of the language that `spec/schema` uses. */
export interface SchemaNode {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  /** False, or a schema for mappings whose keys are data. */
  readonly additionalProperties?: boolean | SchemaNode;
  readonly maxProperties?: number;
  readonly items?: SchemaNode;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly SchemaNode[];
  /** What a mapping needs besides where it does not have a key: only `if: { not: { required } }` is used. */
  readonly if?: { readonly not?: SchemaNode };
  readonly then?: SchemaNode;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A schema of the tables of kinds, which hold them as plain objects. */
export const schemaNode = (schema: object): SchemaNode => schema as SchemaNode;

/**
 * The definition that a reference of a schema leads to, and the schema that holds it.
 * @param root the schema that holds the reference
 * @throws when there is none
 */
export function followRef(
  ref: string,
  root: SchemaNode,
): { readonly node: SchemaNode; readonly root: SchemaNode } {
  const [file = '', pointer = ''] = ref.split('#');
  const target = file === '' ? root : schemaNode(COMMON_SCHEMA);
  const node = target.$defs?.[pointer.replace('/$defs/', '')];
  if (node === undefined) throw new Error(`${root.title ?? 'a schema'}: ${ref} leads nowhere`);
  return { node, root: target };
}

/** The name of what a reference leads to, such as `prose`; undefined if the schema is not a reference. */
export const refName = ({ $ref }: SchemaNode): string | undefined => $ref?.slice($ref.lastIndexOf('/') + 1);
