import { findLeaks, type Leak } from './find-leaks.ts';

/** Unix times: seconds, milliseconds, microseconds or nanoseconds from 2001 to 2033. */
const TIME = /1\d{9}(?:\d{3}|\d{6}|\d{9})?(?:\.\d{1,8})?(?![0-9A-Za-z.])/y;

/** An account at a domain that nobody can have (RFC 2606), with a name that is no number. */
const RESERVED_DOMAIN =
  /[^\s@\d]{1,40}@(?:(?:[a-z0-9-]{1,40}\.){1,3}test|example\.(?:com|net|org))(?![\w-]|\.[\w-])/iy;

/** Ids that a client counts up from a time or from two random bytes. */
const COUNTED_ID = /(?:1\d{9}[.-]|-?\d{1,3}\.\d{4,5}-)\d{1,6}(?![\w.])/y;

/** Names of attributes and keys that hold a time, whatever the spec says of them. */
const TIME_NAME =
  /(?:^|[-_.])(?:t|ts|time|timestamp|date|epoch|at|since|until|expir\w*)$|timestamp$|[a-z](?:Time|At|Ts|Date)$/i;

/**
 * The leaks of a text that the spec shows, such as an example. A number whose name says that it is a time is not a phone number
 * there; in a capture it has to be replaced, so captures use {@link findLeaks}. Ten digits that start with 1 are no
 * complete phone number; without a name that calls them a time they are a leak, since the country code may be missing.
 * @param times names that the spec gives to times: of attributes, and of tags whose content is one
 */
export function findLeaksInSpec(text: string, times: ReadonlySet<string>): Leak[] {
  return findLeaks(text).filter(({ kind, offset }) => {
    if (kind === 'an e-mail address') return !matchesAt(RESERVED_DOMAIN, text, offset);
    if (
      kind !== 'a phone number' &&
      kind !== 'a long hexadecimal value' &&
      kind !== 'a pair of coordinates'
    ) {
      return true;
    }
    const name = nameBefore(text, offset);
    if (name === undefined) return true;
    const isTime = (times.has(name) || TIME_NAME.test(name)) && matchesAt(TIME, text, offset);
    const isId = /(?:^|[-_])id$/i.test(name) && matchesAt(COUNTED_ID, text, offset);
    return !isTime && !isId;
  });
}

function matchesAt(form: RegExp, text: string, offset: number): boolean {
  form.lastIndex = offset;
  return form.test(text);
}

/** The attribute or key before a value, or the tag whose content it is. */
function nameBefore(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - 100), offset);
  return (
    /(?:^|[^\w.-])([A-Za-z][\w.-]{0,60})["']?\s{0,3}[=:]\s{0,3}["']?$/.exec(before)?.[1] ??
    /<([A-Za-z][\w.-]{0,60})(?:\s[^<>]*)?>\s{0,3}$/.exec(before)?.[1]
  );
}
