import { clip } from '../findings/clip.ts';
import { findingAt } from './finding-at.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';

/** An enum has each value once. */
export const enumValuesUnique: Rule = {
  name: 'enum-values-unique',
  codes: ['enum/duplicate-value'],
  check(corpus, report) {
    for (const entry of corpus.definitions.enum.values()) {
      for (const { name, index, first } of repeated(entry.data.values, ({ value }) => value)) {
        const { line } = entry.source.place(['values', first, 'value']);
        const args = { value: clip(name, 60), line };
        report(findingAt(entry, ['values', index, 'value'], 'enum/duplicate-value', args));
      }
    }
  },
};
