import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { releasesOf } from '../links/releases-of.ts';

/**
 * What is said once a page of the facts that are there since the first release, with the confidence that they
 * had; the others say it themselves. undefined where there are none.
 */
export function firstReleaseNote(published: Published, facts: readonly Fact[]): string | undefined {
  const first = published.releases[0]?.version;
  if (first === undefined) return undefined;
  const { histories } = releasesOf(published);
  if (facts.every(({ path }) => histories.has(path))) return undefined;
  return `Since ${first} where none is said.`;
}
