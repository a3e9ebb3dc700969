import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Rule } from './parts/rule.ts';

/** No enum lists a value twice. */
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
