import type { Corpus } from '../../corpus/model/corpus.ts';
import { finding } from '../../findings/finding.ts';
import type { Report } from '../../rules/parts/rule.ts';
import { clip } from '../../text/clip.ts';
import { suggest } from '../../text/suggest.ts';
import type { PathResolver } from '../bundle/path-resolver.ts';

/**
 * Reports tombstones without a use: for a path that was never released or still exists, or with a successor that leads
 * nowhere.
 * @param released all released paths; undefined if a release cannot be read
 * @returns the paths whose successor leads nowhere, so that they are not reported again as lost
 */
export function checkTombstones(
  { definitions, facts }: Corpus,
  resolve: PathResolver,
  released: ReadonlySet<string> | undefined,
  report: Report,
): ReadonlySet<string> {
  const dead = new Set<string>();
  const present = [
    ...facts.map(({ path }) => path),
    ...definitions.stanza.keys(),
    ...definitions.enum.keys(),
  ];
  for (const { source, data } of definitions.tombstones.values()) {
    for (const [i, { path, successor }] of data.tombstones.entries()) {
      const at = source.place(['tombstones', i, 'path']);
      const shown = clip(path);
      if (resolve(path).kind === 'present') report(finding('path/not-gone', { path: shown }, at, path));
      else if (released !== undefined && !released.has(path)) {
        const suggestion = suggest(
          path,
          [...released].filter((one) => resolve(one).kind !== 'present'),
        );
        report(finding('path/never-released', { path: shown, suggestion }, at, path));
      }
      if (successor === undefined || resolve(successor).kind !== 'lost') continue;
      dead.add(path);
      const args = { path: shown, successor: clip(successor), suggestion: suggest(successor, present) };
      report(finding('path/successor', args, source.place(['tombstones', i, 'successor']), path));
    }
  }
  return dead;
}
