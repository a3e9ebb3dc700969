import type { Corpus } from '../../model/corpus.ts';
import { byPlace, type CheckTools, digestOf, lineReader, type OpenedFlavors } from './check-sources.ts';
import { codeCitations } from './code-citations.ts';

/** What became of a source in code at a newer commit. */
export interface SourceDrift {
  readonly place: string;
  readonly flavor: string;
  /**
   * same: the lines are equal, and at the same place; moved: they are elsewhere in the file, or in another one of its
   * name; changed: they are not in it; gone: there is no such file, or it is not text; not known: it was not checked at
   * the commit of its flavor, or is not at hand.
   */
  readonly drift: 'same' | 'moved' | 'changed' | 'gone' | 'not known';
  /** Of lines that moved: the place where they are now. */
  readonly to: string | undefined;
  /** The paths of the facts that rest on it. */
  readonly facts: readonly string[];
}

/**
 * Compares every source in code with a newer commit of its flavor, by the digests of the last check.
 * @param newer the files of flavors at the newer commit
 * @returns one for each place, sorted
 */
export function findDrift(corpus: Corpus, newer: OpenedFlavors, { sha256 }: CheckTools): SourceDrift[] {
  const linesOf = lineReader(newer);
  const found = memoizedSearch(sha256);
  return byPlace(codeCitations(corpus)).flatMap(([place, citations]) => {
    const [first] = citations;
    if (first === undefined) return [];
    const { flavor, path, from, to } = first;
    const facts = [...new Set(citations.flatMap(({ fact }) => fact ?? []))];
    const drifted = (drift: SourceDrift['drift'], where?: string): SourceDrift[] => [
      { place, flavor, drift, to: where, facts },
    ];
    const check = corpus.sourceChecks?.get(place);
    const isCurrent = check?.commit === corpus.definitions.flavor.get(flavor)?.data.commit;
    if (check?.digest === undefined || !isCurrent || newer.get(flavor)?.has(path) !== true) {
      return drifted('not known');
    }
    const find = (where: string): string | undefined => {
      const all = linesOf({ flavor, path: where, from: undefined, to: undefined });
      if (typeof all === 'string') return undefined;
      if (from === undefined) {
        return digestOf(all, sha256) === check.digest ? `${flavor}:${where}` : undefined;
      }
      const last = to ?? from;
      // Most lines are where they were, and need no search.
      const before = { all: all.all, from, to: last };
      if (where === path && last <= all.to && digestOf(before, sha256) === check.digest) return place;
      const starts = found(all.all, last - from + 1).get(check.digest) ?? [];
      const [start] = [...starts].sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
      if (start === undefined) return undefined;
      const end = to === undefined ? '' : `-L${start + last - from}`;
      return `${flavor}:${where}#L${start}${end}`;
    };
    const here = find(path);
    if (here === place) return drifted('same');
    if (here !== undefined) return drifted('moved', here);
    if (typeof newer.get(flavor)?.get(path) !== 'string') return drifted('changed');
    const elsewhere = [...(newer.get(flavor)?.keys() ?? [])]
      .filter((other) => other !== path && nameOf(other) === nameOf(path))
      .map(find)
      .find((other) => other !== undefined);
    return elsewhere === undefined ? drifted('gone') : drifted('moved', elsewhere);
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Where each run of so many lines begins, by its digest. */
function memoizedSearch(
  sha256: CheckTools['sha256'],
): (all: readonly string[], count: number) => ReadonlyMap<string, readonly number[]> {
  const known = new Map<readonly string[], Map<number, Map<string, number[]>>>();
  return (all, count) => {
    const byCount = known.get(all) ?? new Map<number, Map<string, number[]>>();
    known.set(all, byCount);
    let starts = byCount.get(count);
    if (starts === undefined) {
      starts = new Map();
      for (let from = 1; from <= all.length - count + 1; from += 1) {
        const digest = digestOf({ all, from, to: from + count - 1 }, sha256);
        const equal = starts.get(digest);
        if (equal === undefined) starts.set(digest, [from]);
        else equal.push(from);
      }
      byCount.set(count, starts);
    }
    return starts;
  };
}
