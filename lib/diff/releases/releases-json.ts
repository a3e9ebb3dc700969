import { countChanges } from '../changes/summarize-changes.ts';
import type { ReleaseNote } from './release-notes.ts';
import type { Unreleased } from './unreleased-of.ts';

/** The JSON of all releases and of what changed since the latest. */
export function releasesJson(
  notes: readonly ReleaseNote[],
  unreleased: Unreleased | undefined,
): Readonly<Record<string, unknown>> {
  return {
    unreleased: unreleased === undefined ? undefined : changesJson(unreleased),
    releases: notes.map(releaseJson),
  };
}

/** The JSON of one release. */
export function releaseJson(release: ReleaseNote): Readonly<Record<string, unknown>> {
  const { version, date, frozen, note, facts } = release;
  return { version, date, frozen, note, facts, ...changesJson(release) };
}

const changesJson = ({ since, impact, changes }: Pick<ReleaseNote, 'since' | 'impact' | 'changes'>) => ({
  since,
  impact,
  counts: countChanges(changes),
  changes,
});
