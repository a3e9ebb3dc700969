import { isReplacedName } from '../sanitize/placeholders/name-placeholders.ts';
import { withheldReason } from './withheld-reason.ts';

/**
 * Why a tag or the name of an attribute must not be shared, though somebody wants to: it looks like something
 * of a person, or not like a name of a protocol. undefined for a name that may be kept.
 * @returns a sentence that does not hold the name
 */
export function nameWithheldReason(name: string): string | undefined {
  if (isReplacedName(name)) return 'It is a placeholder already.';
  const why = withheldReason(name);
  if (why !== undefined) return why;
  return /^[A-Za-z_][A-Za-z0-9_.:-]*$/.test(name)
    ? undefined
    : 'Names of the protocol begin with a letter and hold letters, digits, hyphens and underscores only.';
}
