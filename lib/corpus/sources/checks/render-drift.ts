import { compareText } from '../../../text/compare-text.ts';
import { printableLine } from '../../../text/printable.ts';
import type { SourceDrift } from './find-drift.ts';
import { shortCommit } from './source-state.ts';

/**
 * What became of the sources, for a terminal: the numbers of each flavor, then every source that moved, changed or is
 * gone, with the facts that rest on it.
 * @param commits the newer commits by flavor
 */
export function renderDrift(all: readonly SourceDrift[], commits: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  const byFlavor = [...Map.groupBy(all, ({ flavor }) => flavor)].sort(([a], [b]) => compareText(a, b));
  for (const [flavor, sources] of byFlavor) {
    const commit = commits.get(flavor);
    const counts = [...Map.groupBy(sources, ({ drift }) => drift)].map(
      ([drift, { length }]) => `${length} ${drift}`,
    );
    const at = commit === undefined ? 'no newer commit at hand' : `at ${shortCommit(commit)}`;
    lines.push(`${flavor} (${at}): ${counts.sort(compareText).join(', ')}`);
    if (commit === undefined) continue;
    for (const { place, drift, to, facts } of sources) {
      if (drift === 'same' || drift === 'not known') continue;
      const where = to === undefined ? '' : ` to ${to}`;
      lines.push(`  ${drift}: ${place}${where}`, ...facts.map((fact) => `    ${fact}`));
    }
  }
  return lines.map((line) => `${printableLine(line)}\n`).join('');
}
