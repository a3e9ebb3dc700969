import { isReplacedName } from '../sanitize/placeholders/name-placeholders.ts';
import { withheldReason } from './withheld-reason.ts';

/**
 * Why a tag or the name of an attribute must not be shared: it looks personal, or unlike a name of a protocol.
 * @returns a sentence that does not quote the name; undefined for a name that may be shared
 */
export function nameWithheldReason(name: string): string | undefined {
  if (isReplacedName(name)) return 'It is already a placeholder.';
  const why = withheldReason(name);
  if (why !== undefined) return why;
  return /^[A-Za-z_][A-Za-z0-9_.:-]*$/.test(name)
    ? undefined
    : 'Names of the protocol begin with a letter and contain only letters, digits, hyphens and underscores.';
}
