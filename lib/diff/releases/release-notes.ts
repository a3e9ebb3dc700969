import type { Bundle } from '../bundle/bundle.ts';
import type { Change } from '../changes/change.ts';
import { compare } from '../changes/compare.ts';
import { type Impact, impactOf } from '../changes/impact-of.ts';

/** A release, and what changed in it. */
export interface ReleaseNote {
  readonly version: string;
  /** undefined if the day is not known. */
  readonly date: string | undefined;
  /** The day on which it was frozen, if only that is known. */
  readonly frozen: string | undefined;
  readonly note: string | undefined;
  readonly facts: number;
  /** The previous release; undefined for the first one. */
  readonly since: string | undefined;
  readonly impact: Impact;
  /** Empty for the first release, which has nothing to be compared with. */
  readonly changes: readonly Change[];
}

/**
 * What changed in each release, the newest first.
 * @param bundles every frozen bundle, the oldest first
 * @param frozenOn by version, the day on which a release was frozen whose own day is not known
 */
export function releaseNotes(
  bundles: readonly Bundle[],
  frozenOn: ReadonlyMap<string, string> = new Map(),
): ReleaseNote[] {
  return bundles
    .map((bundle, i): ReleaseNote => {
      const before = bundles[i - 1];
      const changes = before === undefined ? [] : compare(before, bundle);
      const { version, date, note, facts } = bundle;
      return {
        version,
        date,
        frozen: date === undefined ? frozenOn.get(version) : undefined,
        note,
        facts: facts.length,
        since: before?.version,
        impact: impactOf(changes),
        changes,
      };
    })
    .reverse();
}
