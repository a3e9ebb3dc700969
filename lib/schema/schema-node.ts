import { COMMON_SCHEMA } from './schemas.generated.ts';

/** A JSON Schema in the part of the language that `spec/schema` uses. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly SchemaNode[];
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxLength?: number;
}

/** A schema of the tables of kinds, which hold them as plain objects. */
export const schemaNode = (schema: object): SchemaNode => schema as SchemaNode;

/**
 * The definition that a reference of a schema leads to.
 * @param root the schema that holds the reference
 * @throws when there is none
 */
export function definitionOf(ref: string, root: SchemaNode): SchemaNode {
  const [file = '', pointer = ''] = ref.split('#');
  const found = (file === '' ? root : schemaNode(COMMON_SCHEMA)).$defs?.[pointer.replace('/$defs/', '')];
  if (found === undefined) throw new Error(`${root.title ?? 'a schema'}: ${ref} leads nowhere`);
  return found;
}
