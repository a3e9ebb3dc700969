import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import type { Entry } from '../corpus/model/corpus.ts';
import type { Fact } from '../corpus/model/fact.ts';
import type { FactOwner } from '../schema/kinds.ts';
import { compareVersions } from '../text/compare-versions.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/** Builds begin before they end, and those of one client on one platform do not overlap. */
export const buildsOrdered: Rule = {
  name: 'builds-ordered',
  codes: ['builds/backwards', 'builds/overlap'],
  check(corpus, report) {
    for (const { entry, facts } of ownedFacts(corpus))
      for (const fact of facts) checkBuilds(fact, entry, report);
  },
};

function checkBuilds({ builds, pointer }: Fact, entry: Entry<FactOwner>, report: Report): void {
  for (const [i, one] of builds.entries()) {
    const { client, platform, since, until } = one;
    const at = [...pointer, 'builds', i];
    if (isBefore(until, since)) {
      report(findingAt(entry, [...at, 'until'], 'builds/backwards', { since, until }));
      continue;
    }
    const first = builds.findIndex(
      (other, n) =>
        n < i &&
        other.client === client &&
        other.platform === platform &&
        !isBefore(other.until, other.since) &&
        !isBefore(other.until, since) &&
        !isBefore(until, other.since),
    );
    if (first === -1) continue;
    const { line } = entry.source.place([...pointer, 'builds', first]);
    report(findingAt(entry, at, 'builds/overlap', { client, platform, line }));
  }
}

/** Whether a build is before another one. A range without an end, or without a beginning, is before nothing. */
const isBefore = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && compareVersions(a, b) < 0;
