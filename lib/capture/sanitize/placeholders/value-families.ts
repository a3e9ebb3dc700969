import type { Pass } from './pass.ts';

/** The placeholders that a text can have. What its place says counts more than what it looks like. */
const FAMILIES = [
  'account',
  'server',
  'address',
  'time',
  'number',
  'bytes',
  'named',
  // Of places of which the spec says nothing.
  'like a number',
  'like bytes',
  'text',
] as const;
export type ValueFamily = (typeof FAMILIES)[number];

/**
 * Decides which placeholder a text has wherever it is: a call id that one attribute has as text and another as hex has
 * one placeholder in both. Of all its places, the one whose values are of the narrowest form decides.
 */
export function valueFamilies(): Pass<(text: string, own: ValueFamily) => ValueFamily> {
  const found = new Map<string, ValueFamily>();
  return {
    collect(text, own) {
      const other = found.get(text);
      if (other === undefined || FAMILIES.indexOf(own) < FAMILIES.indexOf(other)) found.set(text, own);
      return own;
    },
    assign: (text, own) => found.get(text) ?? own,
  };
}
