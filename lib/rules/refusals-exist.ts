import { checkReference } from './parts/check-reference.ts';
import type { Rule } from './parts/rule.ts';

/** The stanzas that the values of an enum refuse exist. */
export const refusalsExist: Rule = {
  name: 'refusals-exist',
  codes: ['reference/stanza'],
  check(corpus, report) {
    for (const entry of corpus.definitions.enum.values()) {
      for (const [i, { refuses = [] }] of entry.data.values.entries()) {
        for (const [n, id] of refuses.entries())
          checkReference(corpus, report, 'stanza', id, entry, ['values', i, 'refuses', n]);
      }
    }
  },
};
