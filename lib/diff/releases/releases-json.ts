import { countChanges } from '../changes/summarize-changes.ts';
import type { ReleaseNote } from './release-notes.ts';
import type { Unreleased } from './unreleased-of.ts';

/** What changed in each release and after the latest, for programs: an object to be written as JSON. */
export function releasesJson(
  notes: readonly ReleaseNote[],
  unreleased: Unreleased | undefined,
): Readonly<Record<string, unknown>> {
  return {
    unreleased: unreleased === undefined ? undefined : changedJson(unreleased),
    releases: notes.map(releaseJson),
  };
}

/** One release, for programs. */
export function releaseJson(note: ReleaseNote): Readonly<Record<string, unknown>> {
  const { version, date, frozen, note: said, facts } = note;
  return { version, date, frozen, note: said, facts, ...changedJson(note) };
}

const changedJson = ({ since, impact, changes }: Pick<ReleaseNote, 'since' | 'impact' | 'changes'>) => ({
  since,
  impact,
  counts: countChanges(changes),
  changes,
});
