import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { presenceOn } from '../corpus/match/leg.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** Nothing is described that occurs on neither leg, or that a client writes and never sends. */
export const legsOccur: Rule = {
  name: 'legs-occur',
  codes: ['leg/never', 'leg/writer'],
  check(corpus, report) {
    for (const { entry, facts } of ownedFacts(corpus)) {
      for (const fact of facts) {
        const { path, pointer, writtenBy } = fact;
        if (presenceOn('sent', fact) !== 'never') continue;
        if (presenceOn('delivered', fact) === 'never') {
          report(findingAt(entry, [...pointer, 'delivered'], 'leg/never', { path }));
        } else if (writtenBy.length > 0 && !writtenBy.includes('server')) {
          report(findingAt(entry, [...pointer, 'written_by'], 'leg/writer', { path, writers: writtenBy }));
        }
      }
    }
  },
};
