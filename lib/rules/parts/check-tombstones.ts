import { factAt } from '../../corpus/facts/fact-at.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { isCitable } from '../../corpus/steps/is-citable.ts';
import { definitionPath } from '../../diff/bundle/definition-path.ts';
import type { PathResolver } from '../../diff/bundle/path-resolver.ts';
import { finding } from '../../findings/finding.ts';
import { FACT_OWNERS } from '../../schema/kinds.ts';
import { clip } from '../../text/clip.ts';
import { suggest } from '../../text/suggest.ts';
import type { Report } from './rule.ts';

/**
 * Reports tombstones without a purpose: for a path that was never released, for one that still exists, and those whose
 * successor does not exist.
 * @param released every path that was released; undefined if a release cannot be read
 * @returns the paths whose successor does not exist; they are not reported as lost again
 */
export function checkTombstones(
  corpus: Corpus,
  resolve: PathResolver,
  released: ReadonlySet<string> | undefined,
  report: Report,
): ReadonlySet<string> {
  const { definitions, facts } = corpus;
  const dead = new Set<string>();
  const present = [
    ...facts.filter(isCitable).map(({ path }) => path),
    ...FACT_OWNERS.flatMap((kind) =>
      [...definitions[kind].keys()].flatMap((id) => definitionPath(kind, id) ?? []),
    ),
  ];
  for (const { source, data } of definitions.tombstones.values()) {
    for (const [i, { path, successor }] of data.tombstones.entries()) {
      const at = source.place(['tombstones', i, 'path']);
      const shown = clip(path);
      if (factAt(corpus, path) !== undefined || resolve(path).kind === 'present')
        report(finding('path/not-gone', { path: shown }, at, path));
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
