import { definitionOf } from '../../corpus/facts/split-path.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { definitionPath } from '../bundle/definition-path.ts';
import { type PathResolver, pathResolver } from '../bundle/path-resolver.ts';

/** A released path that does not resolve any more. */
export interface LostPath {
  readonly path: string;
  /** The last version that had it. */
  readonly version: string;
  /** The path of the definition of a fact; for a definition the path itself. */
  readonly owner: string;
}

/**
 * The released paths, of facts and of definitions with a page, that a corpus would lose: they neither exist, nor are
 * they named in moved_from, nor do they have a tombstone.
 * @param bundles every frozen bundle, oldest first
 */
export function lostPaths(
  corpus: Corpus,
  bundles: readonly Bundle[],
  resolve: PathResolver = pathResolver(bundleOf(corpus)),
): readonly LostPath[] {
  return [...releasedPaths(bundles)]
    .filter(([path]) => resolve(path).kind === 'lost')
    .map(([path, version]) => ({ path, version, owner: definitionOf(path) }))
    .sort((a, b) => compareText(a.path, b.path));
}

/** Every released path with the last version that had it. */
export function releasedPaths(bundles: readonly Bundle[]): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const { version, facts, definitions } of bundles) {
    for (const { path } of facts) versions.set(path, version);
    for (const { kind, id } of definitions) {
      const path = definitionPath(kind, id);
      if (path !== undefined) versions.set(path, version);
    }
  }
  return versions;
}
