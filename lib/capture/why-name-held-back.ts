import { findLeaks, findLeaksInId } from './leaks.ts';
import { isReplacedName } from './placeholders.ts';

/** How long a name may be that somebody wants to share. */
const MAX_NAME = 80;

/**
 * Why a tag or the name of an attribute must not be shared, though somebody wants to: it looks like something
 * of a person, or not like a name of a protocol. undefined for a name that may be kept.
 * @returns a sentence that does not hold the name
 */
export function whyNameHeldBack(name: string): string | undefined {
  const [leak] = [...findLeaks(name), ...findLeaksInId(name)];
  if (leak !== undefined) return `It looks like ${leak.kind}.`;
  if (name.includes('@')) return 'It looks like an account of somebody.';
  if (isReplacedName(name)) return 'It is a placeholder already.';
  if (!/^[A-Za-z_][A-Za-z0-9_.:-]*$/.test(name)) {
    return 'Names of the protocol begin with a letter and hold letters, digits, hyphens and underscores only.';
  }
  if (/\d{5}/.test(name) || name.replace(/\D/g, '').length > 6) {
    return 'It holds a long number, as phone numbers and ids do.';
  }
  if (/(?:^|[_.:-])(?=[a-f]*\d)[0-9a-f]{8,}(?:$|[_.:-])/i.test(name)) {
    return 'It looks like a value in hexadecimal digits.';
  }
  return name.length > MAX_NAME ? `It is longer than ${MAX_NAME} characters.` : undefined;
}
