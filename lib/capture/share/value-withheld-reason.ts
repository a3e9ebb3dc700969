import { isWord } from '../sanitize/placeholders/word-placeholders.ts';
import { readAddress } from '../tree/address.ts';
import { withheldReason } from './withheld-reason.ts';

/**
 * Why a value that its enum does not list must not be shared: it looks personal, or unlike a value of an enum.
 * @returns a sentence that does not quote the value; undefined for a value that may be shared
 */
export function valueWithheldReason(value: string): string | undefined {
  if (isWord(value)) return 'It is already a placeholder.';
  if (readAddress(value) !== undefined) return 'It looks like a network address.';
  const why = withheldReason(value);
  if (why !== undefined) return why;
  return /^[A-Za-z0-9][A-Za-z0-9_.:,/+-]*$/.test(value)
    ? undefined
    : 'Values of an enum begin with a letter or a digit, and contain no spaces and few punctuation marks.';
}
