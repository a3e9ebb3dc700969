/** A value that is printed as JSON or as TypeScript. */
export type Literal = string | number | boolean | Expression | readonly Literal[] | LiteralObject;

export interface LiteralObject {
  readonly [key: string]: Literal;
}

/** A TypeScript expression, printed as it is. */
export class Expression {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** Lines are at most so long, if they can be broken. */
const WIDTH = 76;

/** How strings and keys are written. */
interface Notation {
  readonly text: (value: string) => string;
  readonly key: (name: string) => string;
  /** After the last entry of a list that is broken into lines. */
  readonly last: string;
}

const escaped = (text: string): string =>
  JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

const JSON_NOTATION: Notation = { text: escaped, key: escaped, last: '' };

const single = (text: string): string =>
  `'${escaped(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const TYPESCRIPT: Notation = {
  text: single,
  key: (name) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : single(name)),
  last: ',',
};

/** A value as JSON, with what fits into one line on one. It has no expressions. */
export const printJsonLiteral = (value: Literal): string => print(value, JSON_NOTATION, '', 0);

/**
 * A value as a TypeScript expression, with what fits into one line on one.
 * @param before how much precedes it on its first line
 */
export const printTypescriptLiteral = (value: Literal, before = 0): string =>
  print(value, TYPESCRIPT, '', before);

function print(value: Literal, notation: Notation, indent: string, before: number): string {
  if (typeof value === 'string') return notation.text(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Expression) return value.code;
  const flat = printFlat(value, notation);
  if (indent.length + before + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  const isList = isArray(value);
  const rows = isList
    ? value.map((one) => `${inner}${print(one, notation, inner, 1)}`)
    : Object.entries(value).map(([key, one]) => {
        const name = `${notation.key(key)}: `;
        return `${inner}${name}${print(one, notation, inner, name.length + 1)}`;
      });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${rows.join(',\n')}${notation.last}\n${indent}${close}`;
}

function printFlat(value: Literal, notation: Notation): string {
  if (typeof value !== 'object' || value instanceof Expression) return print(value, notation, '', 0);
  if (isArray(value)) return `[${value.map((one) => printFlat(one, notation)).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, one]) => `${notation.key(key)}: ${printFlat(one, notation)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const isArray = (value: Literal): value is readonly Literal[] => Array.isArray(value);
