import type { LayoutField } from '../../schema/types.generated.ts';
import type { PlacedField } from './place-fields.ts';

/** What a field has in some bytes: as it is printed, and in every other way in which it may be written. */
export interface FieldValue {
  readonly printed: string;
  readonly spellings: ReadonlySet<string>;
}

const BYTE = 8;

/**
 * The value of a field in bytes that have its layout: numbers as decimals, bytes in hex, texts as they are, values of an
 * enum as it lists them.
 * @param listed the values of its enum; undefined for other types, and for an enum that does not exist
 * @returns undefined if the bytes end before it, or are no text where a text is meant
 */
export function readField(
  { field, start, end }: PlacedField,
  bytes: Uint8Array,
  listed: readonly string[] | undefined,
): FieldValue | undefined {
  const last = end ?? bytes.length * BYTE;
  if (last > bytes.length * BYTE || last < start) return undefined;
  const whole = start % BYTE === 0 && last % BYTE === 0;
  const own = whole ? bytes.slice(start / BYTE, last / BYTE) : undefined;
  const text = own === undefined ? undefined : textOf(own);
  const number = numberIn(bytes, start, last, field.endian === 'little' ? own : undefined);
  const hex = own === undefined ? number.toString(16) : hexOf(own);
  const padded = number.toString(16).padStart(Math.ceil((last - start) / 4), '0');
  const numbers = [String(number), `0x${padded}`, `0x${number.toString(16)}`];
  switch (kindOf(field)) {
    case 'bytes':
      return fieldValue([hex]);
    case 'utf8':
      return text === undefined ? undefined : fieldValue([text]);
    case 'uint':
      return fieldValue(numbers);
    case 'int': {
      const signed = BigInt.asIntN(last - start, number);
      return fieldValue([String(signed), ...numbers.slice(1)]);
    }
    case 'flags':
      return fieldValue([`0x${padded}`, ...numbers, hex]);
    case 'enum': {
      const forms = [...numbers, hex, ...(text === undefined ? [] : [text])];
      const known = forms.find((one) => listed?.includes(one));
      return fieldValue(known === undefined ? forms : [known]);
    }
  }
}

const kindOf = ({ type }: LayoutField): 'bytes' | 'utf8' | 'uint' | 'int' | 'flags' | 'enum' =>
  type.startsWith('enum:') ? 'enum' : (type as 'bytes' | 'utf8' | 'uint' | 'int' | 'flags');

const fieldValue = (forms: readonly string[]): FieldValue => ({
  printed: forms[0] ?? '',
  spellings: new Set(forms),
});

/** Whether a value as it is written is the one that a field has. Hex may have capitals and spaces. */
export function isValue(written: string, { spellings }: FieldValue, { type }: LayoutField): boolean {
  if (spellings.has(written)) return true;
  return type !== 'utf8' && spellings.has(written.replaceAll(' ', '').toLowerCase());
}

/** @param little the bytes of the number, where the least significant comes first */
function numberIn(bytes: Uint8Array, start: number, end: number, little: Uint8Array | undefined): bigint {
  if (little !== undefined) return BigInt(`0x${hexOf(little.toReversed()) || '0'}`);
  const first = Math.floor(start / BYTE);
  const last = Math.ceil(end / BYTE);
  const around = BigInt(`0x${hexOf(bytes.slice(first, last)) || '0'}`);
  return BigInt.asUintN(end - start, around >> BigInt(last * BYTE - end));
}

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes that are written in hex; undefined if a digit is left over. */
export function bytesOfHex(hex: string): Uint8Array | undefined {
  const digits = hex.replaceAll(' ', '');
  if (digits.length % 2 !== 0) return undefined;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
