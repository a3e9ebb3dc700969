import { compareText } from '../../text/compare-text.ts';
import type { Marks } from './marks.ts';

/** Clients by what they do with a part, each list sorted and none of them empty. One that does both is in two. */
export interface ClientsByDeed {
  readonly writes?: readonly string[];
  readonly reads?: readonly string[];
  /** Those whose code has it and is not known to do anything with it. */
  readonly names?: readonly string[];
}

/** Who writes, reads and only names a part; undefined if nobody is known. */
export function clientsByDeed(marks: Marks): ClientsByDeed | undefined {
  if (marks.size === 0) return undefined;
  const all = [...marks].sort(([a], [b]) => compareText(a, b));
  const lists = {
    writes: all.filter(([, { writes }]) => writes),
    reads: all.filter(([, { reads }]) => reads),
    names: all.filter(([, { writes, reads }]) => !writes && !reads),
  };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([deed, some]) =>
      some.length === 0 ? [] : [[deed, some.map(([id]) => id)]],
    ),
  );
}
