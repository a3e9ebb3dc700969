import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Rule } from './parts/rule.ts';

/** The stanzas and participants that the steps of a flow name exist, and no participant is defined twice. */
export const flowNamesExist: Rule = {
  name: 'flow-names-exist',
  codes: ['reference/stanza', 'reference/participant', 'flow/duplicate-participant'],
  check(corpus, report) {
    for (const entry of corpus.definitions.flow.values()) {
      const { participants, steps } = entry.data;
      for (const { name, index, first } of repeated(participants, ({ id }) => id)) {
        const { line } = entry.source.place(['participants', first, 'id']);
        const args = { id: name, line };
        report(findingAt(entry, ['participants', index, 'id'], 'flow/duplicate-participant', args));
      }
      const allowed = participants.map(({ id }) => id);
      for (const [i, step] of steps.entries()) {
        for (const end of ['from', 'to'] as const) {
          const id = step[end];
          if (allowed.includes(id)) continue;
          const args = { id, allowed, suggestion: suggest(id, allowed) };
          report(findingAt(entry, ['steps', i, end], 'reference/participant', args));
        }
        if (step.stanza === undefined) continue;
        checkReference(corpus, report, 'stanza', step.stanza, entry, ['steps', i, 'stanza']);
      }
    }
  },
};
