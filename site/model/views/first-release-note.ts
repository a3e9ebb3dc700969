import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { releasesOf } from '../links/releases-of.ts';

/**
 * A sentence for all facts of a page that are as they were in the first release; the others have a history of their own.
 * undefined where there are none.
 */
export function firstReleaseNote(published: Published, facts: readonly Fact[]): string | undefined {
  const first = published.releases[0]?.version;
  if (first === undefined) return undefined;
  const { histories } = releasesOf(published);
  if (facts.every(({ path }) => histories.has(path))) return undefined;
  return `Since ${first} where none is said.`;
}
