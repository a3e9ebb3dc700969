import { clip } from '../text/clip.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Rule } from './parts/rule.ts';

/** No term of the glossary is defined twice, ignoring case. */
export const termsUnique: Rule = {
  name: 'terms-unique',
  codes: ['glossary/duplicate-term'],
  check(corpus, report) {
    for (const entry of corpus.definitions.glossary.values()) {
      const { terms } = entry.data;
      for (const { index, first } of repeated(terms, ({ term }) => term.toLowerCase())) {
        const { line } = entry.source.place(['terms', first, 'term']);
        const args = { term: clip(terms[index]?.term ?? '', 60), line };
        report(findingAt(entry, ['terms', index, 'term'], 'glossary/duplicate-term', args));
      }
    }
  },
};
