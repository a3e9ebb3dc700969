import type { Corpus } from '../../corpus/model/corpus.ts';
import type { FactHistory } from '../../corpus/model/fact-history.ts';
import type { Confidence } from '../../schema/types.generated.ts';
import { compareVersions } from '../../text/compare-versions.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { pathResolver } from '../bundle/path-resolver.ts';

/** A fact in the latest release that was read so far. */
interface Known extends FactHistory {
  readonly confidence: Confidence;
}

/**
 * When each fact of a corpus first appeared and when its confidence changed, by path. A moved fact keeps its history.
 * Unreleased changes count as the version in spec.yaml, or as `next` if that version is released already. Without
 * releases there is no history.
 * @param releases the frozen bundles, the oldest first
 */
export function factHistories(corpus: Corpus, releases: readonly Bundle[]): ReadonlyMap<string, FactHistory> {
  const latest = releases.at(-1);
  if (latest === undefined) return new Map();
  const { version } = corpus.spec;
  const next = compareVersions(version, latest.version) > 0 ? version : 'next';
  let known: ReadonlyMap<string, Known> = new Map();
  for (const bundle of [...releases, { ...bundleOf(corpus), version: next }]) known = after(known, bundle);
  return new Map([...known].map(([path, { since, changes }]) => [path, { since, changes }]));
}

function after(known: ReadonlyMap<string, Known>, bundle: Bundle): ReadonlyMap<string, Known> {
  const { version, facts } = bundle;
  const paths = new Set(facts.map(({ path }) => path));
  const resolve = pathResolver(bundle);
  const moved = new Map<string, Known>();
  for (const [path, one] of known) {
    if (paths.has(path)) continue;
    const goal = resolve(path);
    if (goal.kind === 'moved' && !known.has(goal.path) && !moved.has(goal.path)) moved.set(goal.path, one);
  }
  return new Map(
    facts.map(({ path, confidence }) => {
      const before = known.get(path) ?? moved.get(path);
      if (before === undefined) return [path, { since: version, changes: [], confidence }];
      const { since, changes, confidence: from } = before;
      if (from === confidence) return [path, before];
      return [path, { since, changes: [...changes, { version, from, to: confidence }], confidence }];
    }),
  );
}
