import { splitPath } from '../corpus/facts/split-path.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import { bundleOf } from '../diff/bundle/bundle-of.ts';
import { definitionPath } from '../diff/bundle/definition-path.ts';
import { enclosing, pathResolver } from '../diff/bundle/path-resolver.ts';
import type { ReadBundles } from '../diff/bundle/read-bundles.ts';
import { lostPaths, releasedPaths } from '../diff/releases/lost-paths.ts';
import { pathNow } from '../diff/releases/path-now.ts';
import { finding, type Place } from '../findings/finding.ts';
import { definitionAt } from '../pages/page-path.ts';
import { FACT_OWNERS, KINDS } from '../schema/kinds.ts';
import { clip } from '../text/clip.ts';
import { checkMovedFrom } from './parts/check-moved-from.ts';
import { checkTombstones } from './parts/check-tombstones.ts';
import type { Report, Rule } from './parts/rule.ts';

/**
 * No released path is lost, tombstones and moved_from are consistent with the corpus, and every frozen bundle can be
 * read.
 */
export function releasedPathsResolve(releases: ReadBundles): Rule {
  return {
    name: 'released-paths-resolve',
    codes: [
      'path/lost',
      'path/moved-from',
      'path/still-there',
      'path/claimed-twice',
      'path/never-released',
      'path/not-gone',
      'path/successor',
      'path/bundle',
    ],
    check(corpus, report) {
      for (const { file, reason } of releases.broken) {
        report(finding('path/bundle', { reason }, { file, line: 1, column: 1 }));
      }
      checkMovedFrom(corpus, report);
      // A definition that cannot be read may have moved any path.
      if (loadedCompletely(corpus, [...FACT_OWNERS, 'tombstones'])) checkPaths(corpus, releases, report);
    },
  };
}

function checkPaths(corpus: Corpus, { name, bundles, broken }: ReadBundles, report: Report): void {
  const hasTombstones = corpus.definitions.tombstones.size > 0;
  if (bundles.length === 0 && !hasTombstones) return;
  const resolve = pathResolver(bundleOf(corpus));
  const released = new Set(releasedPaths(bundles).keys());
  const dead = hasTombstones
    ? checkTombstones(corpus, resolve, broken.length === 0 ? released : undefined, report)
    : new Set<string>();
  // A definition that cannot be read has its own findings and is not lost.
  const unread = new Set(
    [...corpus.broken].flatMap(([kind, ids]) => [...ids].map((id) => definitionPath(kind, id))),
  );
  const all = lostPaths(corpus, bundles, resolve);
  const lost = new Set(all.map(({ path }) => path));
  const nowOf = pathNow(corpus, released, lost);
  for (const { path, version, owner } of all) {
    if (unread.has(owner) || [...enclosing(path)].some((whole) => dead.has(whole))) continue;
    const now = nowOf(path);
    // A path that is lost with its definition is restored with it.
    const whole = path !== owner && lost.has(owner) ? owner : undefined;
    const args = { path, version, now: now === undefined ? undefined : clip(now), whole };
    report(finding('path/lost', args, placeOf(path, owner, now, corpus, name), path));
  }
}

/** Where to restore a lost path: at its likely successor, or at the list that contained it. */
function placeOf(
  path: string,
  owner: string,
  now: string | undefined,
  { definitions, factByPath }: Corpus,
  name: string,
): Place {
  const entryOf = (id: string) => {
    const at = definitionAt(id);
    return at === undefined
      ? (definitions.stanza.get(id) ??
          definitions.enum.get(id) ??
          definitions.node.get(id.replace(/^node\//, '')))
      : definitions[at.kind].get(at.id);
  };
  const successor = now === undefined ? undefined : factByPath.get(now);
  if (successor !== undefined) {
    const { kind, ownerKind, owner: id, pointer } = successor;
    const key = {
      attribute: 'name',
      child: 'tag',
      content: 'type',
      choice: 'id',
      value: 'value',
      step: 'id',
      requirement: 'id',
      field: 'name',
      procedure: 'id',
    }[kind];
    const place = definitions[ownerKind].get(id)?.source.place([...pointer, key]);
    if (place !== undefined) return place;
  }
  const renamed = now === undefined ? undefined : entryOf(now)?.source.place(['id']);
  if (renamed !== undefined) return renamed;
  const entry = entryOf(owner);
  if (entry !== undefined) {
    const parent = [...enclosing(path)].slice(1).find((whole) => factByPath.has(whole));
    const at = parent === undefined ? [] : (factByPath.get(parent)?.pointer ?? []);
    return entry.source.place([...at, listOf(path)], 'key');
  }
  const [tombstones] = definitions.tombstones.values();
  const fallback = { file: name === '' ? 'tombstones.yaml' : `${name}/tombstones.yaml`, line: 1, column: 1 };
  return tombstones?.source.place([]) ?? fallback;
}

/** The key of the list that contained a lost path. */
function listOf(path: string): string {
  const at = splitPath(path);
  const lists = Object.entries((at && KINDS[at.ownerKind].lists) ?? {});
  const isField = at?.anchor.includes('.') === true;
  const [list] = lists.find(([, { inside }]) => (inside !== undefined) === isField) ?? lists[0] ?? [];
  return list ?? (/@[^/@]*$/.test(path) ? 'attributes' : 'children');
}
