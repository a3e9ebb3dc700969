import { compareText } from '../../text/compare-text.ts';

export type ReplacedKind =
  | 'JID'
  | 'address'
  | 'time'
  | 'number'
  | 'bytes'
  | 'tag or attribute name'
  | 'value that was cut off'
  | 'call id'
  | 'token'
  | 'UUID'
  | 'id'
  | 'name'
  | 'version'
  | 'value'
  | 'text';

/** What was replaced: only the kind and how many, never the values. */
export interface Replaced {
  readonly kind: ReplacedKind;
  /** In how many places. */
  readonly count: number;
  /** How many different values. */
  readonly distinct: number;
}

/** A value with its placeholder, which is the value itself where it stays. */
export interface Replacement {
  readonly kind: ReplacedKind;
  readonly before: string;
  readonly after: string;
}

/** Counts what was replaced, by kind, in alphabetical order. */
export function countReplaced(replacements: Iterable<Replacement>): Replaced[] {
  const counts = new Map<ReplacedKind, { count: number; values: Set<string> }>();
  for (const { kind, before, after } of replacements) {
    if (before === after) continue;
    const row = counts.get(kind) ?? { count: 0, values: new Set() };
    row.count += 1;
    row.values.add(before);
    counts.set(kind, row);
  }
  return [...counts]
    .map(([kind, { count, values }]) => ({ kind, count, distinct: values.size }))
    .sort((a, b) => compareText(a.kind, b.kind));
}
