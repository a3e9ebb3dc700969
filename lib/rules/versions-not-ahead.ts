import { PAGE_KINDS } from '../schema/kinds.ts';
import { compareVersions } from '../text/compare-versions.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** No definition has a later version than its spec. Without a version of the spec, nothing is checked. */
export const versionsNotAhead: Rule = {
  name: 'versions-not-ahead',
  codes: ['version/ahead'],
  check(corpus, report) {
    if (corpus.absent.has('spec') || (corpus.broken.get('spec')?.size ?? 0) > 0) return;
    const { version: spec } = corpus.spec;
    for (const kind of PAGE_KINDS) {
      for (const entry of corpus.definitions[kind].values()) {
        if (!('spec_version' in entry.data)) continue;
        const { spec_version: version } = entry.data;
        if (compareVersions(version, spec) <= 0) continue;
        report(findingAt(entry, ['spec_version'], 'version/ahead', { version, spec }));
      }
    }
  },
};
