import type { AttributeType, Type } from '../../schema/types.generated.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { isPlaceholder } from '../types/is-placeholder.ts';
import { linearPattern } from '../types/linear-pattern.ts';

/** The types that a spec defines, by id. */
export type ValueTypes = Corpus['definitions']['type'];

const NO_TYPES: ValueTypes = new Map();

interface BaseType {
  readonly form: RegExp;
  /** The expected form, in words. */
  readonly expected: string;
}

// Each pattern is linear: no part of it matches what the next part matches.
const BASE_TYPES = {
  string: { form: /^/, expected: 'any text' },
  int: { form: /^-?\d+$/, expected: 'an int consists of digits, with a minus in front if it is negative' },
  hex: { form: /^(?:0x)?[0-9A-Fa-f]+$/, expected: 'hex consists of the digits 0 to 9 and a to f' },
  bytes: {
    form: /^(?:[0-9A-Fa-f]*|[A-Za-z0-9+/_-]+={0,2})$/,
    expected: 'bytes are written as hex or as base64',
  },
  bool: { form: /^(?:true|false|1|0)$/, expected: 'a bool is true, false, 1 or 0' },
  // Some clients print a jid without a user as @server.
  jid: {
    form: /^(?:[^@\s<>"']*@)?[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*$/,
    expected: 'a jid is user@server, user.agent:device@server or a server',
  },
  timestamp: { form: /^\d+$/, expected: 'a timestamp consists of digits, for seconds or milliseconds' },
} as const satisfies Readonly<Record<Type['base'], BaseType>>;

/** The types that every spec has. */
export const BUILT_IN_TYPES = Object.keys(BASE_TYPES) as readonly Type['base'][];

const isBuiltIn = (type: AttributeType): type is Type['base'] => Object.hasOwn(BASE_TYPES, type);

/**
 * Whether a value of the wire, as text, fits the type of its attribute or content: the base and the pattern of a type
 * of the spec. The pattern of a type says nothing of a placeholder. Every value fits an enum type here; its list of
 * values is checked elsewhere. So does a value of a type that does not exist.
 */
export function valueFits(value: string, type: AttributeType, types: ValueTypes = NO_TYPES): boolean {
  const base = baseOfType(type, types);
  if (base === undefined) return true;
  if (!BASE_TYPES[base].form.test(value)) return false;
  const pattern = patternOf(type, types);
  return pattern === undefined || pattern.test(value) || isPlaceholder(value);
}

/** The form of the values of a type, in words, to explain why one does not fit. */
export function expectedForm(type: AttributeType, types: ValueTypes = NO_TYPES): string {
  const { expected, pattern } = typeOf(type, types) ?? {};
  if (expected !== undefined) return expected.replace(/\.$/, '');
  if (pattern !== undefined) return `a value matches ${pattern}`;
  const base = baseOfType(type, types);
  return base === undefined ? 'a value of its enum' : BASE_TYPES[base].expected;
}

/** The built-in type that a type is or has as its base; undefined for an enum, and a type that does not exist. */
export function baseOfType(type: AttributeType, types: ValueTypes): Type['base'] | undefined {
  return isBuiltIn(type) ? type : types.get(type)?.data.base;
}

/** The definition of a type of the spec; undefined for any other. A built-in type cannot be redefined. */
export function typeOf(type: AttributeType, types: ValueTypes): Type | undefined {
  return isBuiltIn(type) ? undefined : types.get(type)?.data;
}

const compiled = memoizeBy(({ pattern }: Type): RegExp | undefined => {
  const read = pattern === undefined ? undefined : linearPattern(pattern);
  // A rule reports a pattern that is refused.
  return read !== undefined && 'form' in read ? read.form : undefined;
});

function patternOf(type: AttributeType, types: ValueTypes): RegExp | undefined {
  const defined = typeOf(type, types);
  return defined === undefined ? undefined : compiled(defined);
}
