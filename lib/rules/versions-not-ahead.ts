import { compareVersions } from '../text/compare-versions.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** No definition is of a later version than its spec. A spec that states no version is not held to any. */
export const versionsNotAhead: Rule = {
  name: 'versions-not-ahead',
  codes: ['version/ahead'],
  check(corpus, report) {
    if (corpus.absent.has('spec') || (corpus.broken.get('spec')?.size ?? 0) > 0) return;
    const { version: spec } = corpus.spec;
    for (const kind of ['stanza', 'flow'] as const) {
      for (const entry of corpus.definitions[kind].values()) {
        const { spec_version: version } = entry.data;
        if (compareVersions(version, spec) <= 0) continue;
        report(findingAt(entry, ['spec_version'], 'version/ahead', { version, spec }));
      }
    }
  },
};
