import type { Corpus } from '../../model/corpus.ts';
import { byPlace, type CheckTools, digestOf, lineReader, type OpenedFlavors } from './check-sources.ts';
import { codeCitations } from './code-citations.ts';

/** What became of a source in code at a newer commit. */
export interface SourceDrift {
  readonly place: string;
  readonly flavor: string;
  /**
   * same: the lines are equal, and at the same place; moved: they are further up or down in the file; changed: they are
   * not in it; gone: there is no such file, or it is not text; not known: it was not checked at the commit of its
   * flavor, or is not at hand.
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
    const all = linesOf({ flavor, path, from: undefined, to: undefined });
    if (typeof all === 'string') return drifted('gone');
    if (from === undefined) return drifted(digestOf(all, sha256) === check.digest ? 'same' : 'changed');
    const last = to ?? from;
    if (last <= all.to && digestOf({ all: all.all, from, to: last }, sha256) === check.digest) {
      return drifted('same');
    }
    const start = found(all.all, last - from + 1).get(check.digest);
    if (start === undefined) return drifted('changed');
    const end = to === undefined ? '' : `-L${start + last - from}`;
    return drifted('moved', `${flavor}:${path}#L${start}${end}`);
  });
}

/** Where each run of so many lines begins, by its digest; the first of equal ones. */
function memoizedSearch(
  sha256: CheckTools['sha256'],
): (all: readonly string[], count: number) => ReadonlyMap<string, number> {
  const known = new Map<readonly string[], Map<number, Map<string, number>>>();
  return (all, count) => {
    const byCount = known.get(all) ?? new Map<number, Map<string, number>>();
    known.set(all, byCount);
    let starts = byCount.get(count);
    if (starts === undefined) {
      starts = new Map();
      for (let from = all.length - count + 1; from >= 1; from -= 1) {
        starts.set(digestOf({ all, from, to: from + count - 1 }, sha256), from);
      }
      byCount.set(count, starts);
    }
    return starts;
  };
}
