import type { AttributeType } from '../../schema/types.generated.ts';

interface BaseType {
  readonly form: RegExp;
  /** The expected form, in words. */
  readonly expected: string;
}

// Each pattern is linear: no part of it matches what the next part matches.
const TYPES: Readonly<Record<string, BaseType>> = {
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
};

/**
 * Whether a value of the wire, as text, fits the type of its attribute or content. Every value fits an enum type here;
 * its list of values is checked elsewhere.
 */
export function valueFits(value: string, type: AttributeType): boolean {
  return baseType(type)?.form.test(value) ?? true;
}

/** The form of the values of a type, in words, to explain why one does not fit. */
export function expectedForm(type: AttributeType): string {
  return baseType(type)?.expected ?? 'a value of its enum';
}

const baseType = (type: AttributeType): BaseType | undefined =>
  Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
