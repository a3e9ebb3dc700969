import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { presenceOn } from '../corpus/match/leg.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** Nothing is described that occurs on neither leg. */
export const legsOccur: Rule = {
  name: 'legs-occur',
  codes: ['leg/never'],
  check(corpus, report) {
    for (const { entry, facts } of ownedFacts(corpus)) {
      for (const fact of facts) {
        if (presenceOn('sent', fact) !== 'never' || presenceOn('delivered', fact) !== 'never') continue;
        report(findingAt(entry, [...fact.pointer, 'delivered'], 'leg/never', { path: fact.path }));
      }
    }
  },
};
