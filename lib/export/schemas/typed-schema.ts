import { followRef, schemaNode } from '../../schema/schema-node.ts';
import { COMMON_SCHEMA } from '../../schema/schemas.generated.ts';

declare const VALUE: unique symbol;

/** A JSON Schema whose values have a type, so that the compiler compares a schema with what the exporters make. */
export interface TypedSchema<T = unknown> {
  readonly [keyword: string]: unknown;
  readonly [VALUE]?: T;
}

/** The schema of a key that may be absent. */
export interface Optional<T = unknown> {
  readonly optional: TypedSchema<T>;
}

/** The schemas of the keys of an object; the compiler wants each key, and `optional` where it may be absent. */
export type PropertiesOf<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K>
    ? Optional<Exclude<T[K], undefined>>
    : TypedSchema<T[K]>;
};
export type Properties = Readonly<Record<string, TypedSchema | Optional>>;

export const optional = <T>(schema: TypedSchema<T>): Optional<T> => ({ optional: schema });

const isOptional = (one: TypedSchema | Optional): one is Optional => 'optional' in one;

/** An object with these keys and no others. */
export const object = <T extends object>(properties: PropertiesOf<T>): TypedSchema<T> =>
  objectOf(properties as Properties) as TypedSchema<T>;

/** The same for keys that are derived, whose types the compiler does not know. */
export const objectOf = (properties: Properties): TypedSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => {
    const one = properties[key];
    return one !== undefined && !isOptional(one);
  }),
  properties: Object.fromEntries(
    Object.entries(properties).map(([key, one]) => [key, isOptional(one) ? one.optional : one]),
  ),
});

export const text = (description: string): TypedSchema<string> => ({ type: 'string', description });

export const proseText = (description: string): TypedSchema<string> =>
  text(
    `${description} \`code\`, *emphasis*, **strong emphasis** and [links](https://example.org/) are its only markup.`,
  );

export const flag = (description: string): TypedSchema<boolean> => ({ type: 'boolean', description });

export const count = (description: string): TypedSchema<number> => ({
  type: 'integer',
  minimum: 0,
  description,
});

export const words = <W extends string>(description: string, values: readonly W[]): TypedSchema<W> => ({
  type: 'string',
  enum: values,
  description,
});

/** The words that a definition of `common.schema.json` lists. */
export function commonWords<W extends string>(name: string, description?: string): TypedSchema<W> {
  const { node } = followRef(`#/$defs/${name}`, schemaNode(COMMON_SCHEMA));
  return words(description ?? node.description ?? '', (node.enum ?? []) as readonly W[]);
}

export const list = <T>(description: string, items: TypedSchema<T>): TypedSchema<readonly T[]> => ({
  type: 'array',
  items,
  description,
});

export const texts = (description: string): TypedSchema<readonly string[]> => ({
  type: 'array',
  items: { type: 'string' },
  description,
});

export const ref = <T>(name: string): TypedSchema<T> => ({ $ref: name });

export const described = <T>(description: string, schema: TypedSchema<T>): TypedSchema<T> => ({
  ...schema,
  description,
});
