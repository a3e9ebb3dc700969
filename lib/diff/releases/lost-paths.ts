import type { Corpus } from '../../corpus/model/corpus.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { definitionPath } from '../bundle/definition-path.ts';
import { type PathResolver, pathResolver } from '../bundle/path-resolver.ts';

/** A path that was released and leads nowhere. */
export interface LostPath {
  readonly path: string;
  /** The last version that had it. */
  readonly version: string;
  /** The id of its stanza or enum; for other definitions the path itself. */
  readonly owner: string;
}

/**
 * The released paths, of facts and of definitions with a page, that the corpus would lose: they do not exist, no
 * definition names them as a former path, and there is no tombstone for them.
 * @param bundles every frozen bundle, the oldest first
 */
export function lostPaths(
  corpus: Corpus,
  bundles: readonly Bundle[],
  resolve: PathResolver = pathResolver(bundleOf(corpus)),
): readonly LostPath[] {
  return [...releasedPaths(bundles)]
    .filter(([path]) => resolve(path).kind === 'lost')
    .map(([path, version]) => ({ path, version, owner: path.replace(/[:=].*$/s, '') }))
    .sort((a, b) => compareText(a.path, b.path));
}

/** Every path that was released, with the last version that had it. */
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
