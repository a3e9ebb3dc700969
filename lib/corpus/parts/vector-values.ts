import type { Layout, LayoutField, Vector } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import { type PlacedField, placeFields } from './place-fields.ts';
import { bytesOfHex, readField } from './read-field.ts';

/** A field of a layout with its value in a vector; undefined where the bytes have none. */
export interface VectorValue {
  readonly placed: PlacedField;
  readonly value: string | undefined;
}

/** What each field is in the bytes of a vector: as the vector writes it, and as it is read from them otherwise. */
export function vectorValues(
  layout: Layout,
  { bytes: hex, values = {} }: Vector,
  corpus: Corpus,
): VectorValue[] {
  const bytes = bytesOfHex(hex);
  return placeFields(layout).fields.map((placed) => {
    const { field } = placed;
    const written = Object.hasOwn(values, field.name) ? values[field.name] : field.value;
    const read = bytes && readField(placed, bytes, enumValues(field, corpus))?.printed;
    return { placed, value: written ?? read };
  });
}

/** The values of the enum of a field; undefined for other types, and for an enum that does not exist. */
export function enumValues({ type }: LayoutField, { definitions }: Corpus): readonly string[] | undefined {
  const id = enumOfType(type);
  return id === undefined ? undefined : definitions.enum.get(id)?.data.values.map(({ value }) => value);
}
