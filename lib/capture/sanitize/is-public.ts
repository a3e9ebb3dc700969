import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Type } from '../../schema/types.generated.ts';
import { isOfKnownWords } from '../lookup/known-node.ts';
import { isAddress } from './rewrite-bytes.ts';

/** A whole number below 100 without a leading zero: it identifies nobody, whatever it counts. */
export const isSmallNumber = (text: string): boolean => /^(?:0|[1-9]\d?)$/.test(text);

/**
 * Whether a value of a public type stays: it does not look personal. A number is as long as a phone number nowhere is,
 * and a text consists of words of the spec, since nobody can tell whether any other word is a name.
 * @param listed the values that the spec contains for the same place
 */
export function isPublic(
  text: string,
  base: Type['base'],
  listed: ReadonlySet<string>,
  corpus: Corpus,
): boolean {
  switch (base) {
    case 'bool':
      return true;
    case 'int':
      return /^-?\d{1,5}$/.test(text) || isNear(text, listed);
    case 'string':
      return isOfWords(text, corpus);
    // An account, a time, and bytes, which may be a key: of these only what the spec lists is public.
    case 'jid':
    case 'timestamp':
    case 'hex':
    case 'bytes':
      return false;
    default:
      return base satisfies never;
  }
}

function isOfWords(text: string, corpus: Corpus): boolean {
  if (text.length > 80 || isAddress(text) || !/^[A-Za-z0-9 _.:,/+-]+$/.test(text)) return false;
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const numbers = words.filter(isSmallNumber);
  // Three and more may be a date, or a phone number in pairs.
  return numbers.length <= 2 && words.every((word) => isSmallNumber(word) || isOfKnownWords(word, corpus));
}

/**
 * Whether a number differs from one that the spec lists in its last sixteen bits only: a flag with a small number in
 * it. It tells no more than a small number does.
 */
function isNear(text: string, listed: ReadonlySet<string>): boolean {
  if (!/^\d{6,10}$/.test(text)) return false;
  const high = (one: string): number => Math.floor(Number(one) / 0x1_0000);
  return [...listed].some((one) => /^\d{6,10}$/.test(one) && high(one) === high(text));
}
