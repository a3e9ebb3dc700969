import type { Layout, LayoutField } from '../../schema/types.generated.ts';

/** A field with its place in the bytes of its layout. */
export interface PlacedField {
  readonly field: LayoutField;
  readonly index: number;
  /** The bit at which it begins, counted from the start of the layout. */
  readonly start: number;
  /** The bit behind its last; undefined for the last field of a layout of no fixed size, which has the rest. */
  readonly end: number | undefined;
}

/** What is wrong with a field, or with the layout where there is no field. */
export interface LayoutProblem {
  readonly index: number | undefined;
  readonly key: keyof LayoutField | 'size';
  readonly reason: string;
}

const BYTE = 8;

/**
 * Where the fields of a layout are: each behind the one before it, if it says nothing else.
 * @returns the fields in order, and every way in which they do not fit together
 */
export function placeFields({ size, fields }: Layout): {
  readonly fields: readonly PlacedField[];
  readonly problems: readonly LayoutProblem[];
} {
  const problems: LayoutProblem[] = [];
  const placed: PlacedField[] = [];
  let next = 0;
  for (const [index, field] of fields.entries()) {
    const complain = (key: LayoutProblem['key'], reason: string): void => {
      problems.push({ index, key, reason });
    };
    const isLast = index === fields.length - 1;
    const start = startOf(field, next);
    const rest = isLast && size !== undefined ? size * BYTE : undefined;
    const length = lengthOf(field);
    const end = length === undefined ? rest : start + length;
    if (field.bytes !== undefined && field.bits !== undefined) complain('bits', 'it has both bytes and bits');
    if (length === undefined && !isLast) complain('name', 'only the last field may be without a length');
    if (start < next)
      complain(
        'offset',
        `it begins at ${bitWords(start)}, inside the field before it, which ends at ${bitWords(next)}`,
      );
    if (field.bits === undefined && start % BYTE !== 0)
      complain('name', `it begins at ${bitWords(start)}, which is not the start of a byte; give it bits`);
    if (field.bits !== undefined && field.type === 'utf8') complain('type', 'a text has whole bytes');
    if (end !== undefined && size !== undefined && end > size * BYTE)
      complain('name', `it ends at ${bitWords(end)}, but the layout has ${size} bytes`);
    placed.push({ field, index, start, end });
    next = end ?? start;
  }
  const last = placed.at(-1)?.end;
  if (size !== undefined && last !== undefined && last < size * BYTE)
    problems.push({
      index: undefined,
      key: 'size',
      reason: `the fields end at ${bitWords(last)}, but the layout has ${size} bytes`,
    });
  return { fields: placed, problems };
}

function startOf({ offset, offset_bits: bit }: LayoutField, next: number): number {
  if (offset !== undefined) return offset * BYTE + (bit ?? 0);
  return bit === undefined ? next : Math.floor(next / BYTE) * BYTE + bit;
}

const lengthOf = ({ bytes, bits }: LayoutField): number | undefined =>
  bits ?? (bytes === undefined ? undefined : bytes * BYTE);

/** A place in words, such as `byte 4` or `bit 3 of byte 4`. */
export const bitWords = (bit: number): string =>
  bit % BYTE === 0 ? `byte ${bit / BYTE}` : `bit ${bit % BYTE} of byte ${Math.floor(bit / BYTE)}`;
