import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { releasesOf } from '../links/releases-of.ts';

/**
 * A sentence about the facts of a page that have not changed since the first release; the others have a history.
 * undefined if there are none.
 */
export function firstReleaseNote(published: Published, facts: readonly Fact[]): string | undefined {
  const first = published.releases[0]?.version;
  if (first === undefined) return undefined;
  const { histories } = releasesOf(published);
  if (facts.every(({ path }) => histories.has(path))) return undefined;
  return `Facts without a version mark date from ${first}.`;
}
