import type { Within } from '../../schema/types.generated.ts';

/**
 * The longest of several times for the same answer; undefined for none. A limit comes before what was only seen, however
 * long that took.
 */
export function longestTime(times: readonly Within[]): Within | undefined {
  const limits = times.filter(({ seen_ms: seen }) => seen === undefined);
  const length = ({ ms, seen_ms: seen }: Within): number => seen ?? ms;
  return (limits.length > 0 ? limits : times).reduce<Within | undefined>(
    (longest, one) => (longest === undefined || length(one) > length(longest) ? one : longest),
    undefined,
  );
}
