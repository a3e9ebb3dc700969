import { countChanges } from '../changes/summarize-changes.ts';
import type { ReleaseNote } from './release-notes.ts';
import type { Unreleased } from './unreleased-of.ts';

/** What changed in each release and since the latest, as JSON. */
export function releasesJson(
  notes: readonly ReleaseNote[],
  unreleased: Unreleased | undefined,
): Readonly<Record<string, unknown>> {
  return {
    unreleased: unreleased === undefined ? undefined : changedJson(unreleased),
    releases: notes.map(releaseJson),
  };
}

/** One release as JSON. */
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
