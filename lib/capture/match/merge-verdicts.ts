import type { Verdict } from './verdict.ts';

// Of several places, a contradiction counts most, and a cut value least.
const WEIGHT: Readonly<Record<Verdict['verdict'], number>> = {
  contradicts: 3,
  supports: 2,
  cut: 1,
  unknown: 0,
  ledger: 0,
};

/** The verdicts of all places, one for each path. */
export function mergeVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  const merged = new Map<string, Verdict>();
  for (const one of verdicts) {
    const before = merged.get(one.path);
    if (before === undefined) merged.set(one.path, one);
    else if (WEIGHT[one.verdict] > WEIGHT[before.verdict]) merged.set(one.path, one);
    else if (one.verdict === before.verdict) {
      merged.set(one.path, withBoth(before, one));
    }
  }
  return [...merged.values()];
}

// A new entry is made from everything that its places show.
function withBoth(before: Verdict, one: Verdict): Verdict {
  const count = before.count + 1;
  if (!('what' in before) || !('what' in one)) return { ...before, count };
  const [a, b] = [before.what, one.what];
  const what =
    a.cut !== b.cut
      ? a.cut
        ? b
        : a
      : a.kind === 'child' && b.kind === 'child'
        ? { ...a, nodes: [...a.nodes, ...b.nodes] }
        : a;
  return { ...before, what, count };
}
