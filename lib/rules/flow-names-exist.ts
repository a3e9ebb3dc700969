import type { Step } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';
import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Rule } from './parts/rule.ts';

/** The stanzas and participants that a flow and its steps name exist, and no participant is defined twice. */
export const flowNamesExist: Rule = {
  name: 'flow-names-exist',
  codes: ['reference/stanza', 'reference/participant', 'flow/duplicate-participant'],
  check(corpus, report) {
    for (const entry of corpus.definitions.flow.values()) {
      const { participants, observers = [], steps } = entry.data;
      for (const { name, index, first } of repeated(participants, ({ id }) => id)) {
        const { line } = entry.source.place(['participants', first, 'id']);
        const args = { id: name, line };
        report(findingAt(entry, ['participants', index, 'id'], 'flow/duplicate-participant', args));
      }
      const allowed = participants.map(({ id }) => id);
      const checkParticipant = (id: string, pointer: Pointer): void => {
        if (allowed.includes(id)) return;
        report(
          findingAt(entry, pointer, 'reference/participant', {
            id,
            allowed,
            suggestion: suggest(id, allowed),
          }),
        );
      };
      for (const [i, id] of observers.entries()) checkParticipant(id, ['observers', i]);
      for (const [i, step] of steps.entries()) {
        for (const end of ['from', 'to'] as const) checkParticipant(step[end], ['steps', i, end]);
        for (const { id, pointer } of sentBy(step)) {
          checkReference(corpus, report, 'stanza', id, entry, ['steps', i, ...pointer]);
        }
      }
    }
  },
};

/** The stanzas that a step names, with their places in the step. */
function sentBy({ stanza, one_of = [] }: Step): { id: string; pointer: Pointer }[] {
  return [
    ...(stanza === undefined ? [] : [{ id: stanza, pointer: ['stanza'] }]),
    ...one_of.map((id, n) => ({ id, pointer: ['one_of', n] })),
  ];
}
