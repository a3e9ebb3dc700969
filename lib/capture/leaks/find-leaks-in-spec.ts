import { findLeaks, type Leak } from './find-leaks.ts';

/** Unix times: seconds, milliseconds, microseconds or nanoseconds from 2001 to 2033. */
const TIME = /1\d{9}(?:\d{3}|\d{6}|\d{9})?(?:\.\d{1,8})?(?![0-9A-Za-z.])/y;

/** Ids that a client counts up from a time, or from two random bytes. */
const COUNTED_ID = /(?:1\d{9}[.-]|-?\d{1,3}\.\d{4,5}-)\d{1,6}(?![\w.])/y;

/** Names of what holds a time, whatever the spec says of it. */
const TIME_NAME =
  /(?:^|[-_.])(?:t|ts|time|timestamp|date|epoch|at|since|until|expir\w*)$|timestamp$|[a-z](?:Time|At|Ts|Date)$/i;

/**
 * The leaks of a text that the spec shows (an example, a value beside its name), where a number that is said to be a
 * time is no phone number. In a capture it is one more thing to replace: there {@link findLeaks} is asked. Ten digits
 * that begin with 1 are no whole phone number, and one that is written without its country stays a leak wherever
 * nothing says that it is a time.
 * @param times names that the spec knows as those of times: attributes, and tags whose content is one
 */
export function findLeaksInSpec(text: string, times: ReadonlySet<string>): Leak[] {
  return findLeaks(text).filter(({ kind, offset }) => {
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

/** The attribute or key that a value stands behind, or the tag that it is the content of. */
function nameBefore(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - 100), offset);
  return (
    /(?:^|[^\w.-])([A-Za-z][\w.-]{0,60})["']?\s{0,3}[=:]\s{0,3}["']?$/.exec(before)?.[1] ??
    /<([A-Za-z][\w.-]{0,60})(?:\s[^<>]*)?>\s{0,3}$/.exec(before)?.[1]
  );
}
