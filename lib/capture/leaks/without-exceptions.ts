import type { Leak } from './find-leaks.ts';

/** Where a value ends in a printed stanza: at a quote or at a tag. */
const END = /["'<>]/;

/**
 * The leaks of a printed stanza that are no whole value for which a person has given a reason. A part of a value is no
 * exception, so that a short one opens nothing else.
 */
export function withoutExceptions(
  text: string,
  leaks: readonly Leak[],
  excepted: ReadonlySet<string>,
): readonly Leak[] {
  if (excepted.size === 0) return leaks;
  return leaks.filter(({ offset }) => {
    let start = offset;
    while (start > 0 && !END.test(text[start - 1] ?? '')) start -= 1;
    const length = text.slice(offset).search(END);
    return !excepted.has(text.slice(start, length === -1 ? text.length : offset + length));
  });
}
