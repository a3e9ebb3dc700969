import { evidenceSites } from './evidence-sites.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** A resolved question has an answer, a resolved dispute has a resolution, and every dispute has a source. */
export const resolvedHasAnswer: Rule = {
  name: 'resolved-has-answer',
  codes: ['question/no-answer', 'dispute/no-resolution', 'dispute/no-source'],
  check(corpus, report) {
    for (const { kind, owner, id, status, answer, pointer } of corpus.questions) {
      const entry = corpus.definitions[kind].get(owner);
      if (entry === undefined || status !== 'resolved' || !isBlank(answer)) continue;
      report(findingAt(entry, [...pointer, 'status'], 'question/no-answer', { id }));
    }
    for (const { entry, pointer, disputes } of evidenceSites(corpus)) {
      for (const [i, { status, resolution, sources = [] }] of disputes.entries()) {
        const at = [...pointer, 'disputes', i];
        if (status === 'resolved' && isBlank(resolution)) {
          report(findingAt(entry, [...at, 'status'], 'dispute/no-resolution', {}));
        }
        if (sources.length === 0) report(findingAt(entry, [...at, 'claim'], 'dispute/no-source', {}));
      }
    }
  },
};
