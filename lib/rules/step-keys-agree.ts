import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** The keys of a flow and of its steps do not contradict each other. */
export const stepKeysAgree: Rule = {
  name: 'step-keys-agree',
  codes: ['flow/two-stanzas', 'flow/optional-condition', 'flow/observed-rules', 'flow/seen-longer'],
  check(corpus, report) {
    for (const entry of corpus.definitions.flow.values()) {
      const { rules, observers, steps } = entry.data;
      if (rules === true && observers !== undefined) {
        report(findingAt(entry, ['observers'], 'flow/observed-rules', {}));
      }
      for (const [i, step] of steps.entries()) {
        if (step.stanza !== undefined && step.one_of !== undefined) {
          report(findingAt(entry, ['steps', i, 'one_of'], 'flow/two-stanzas', {}));
        }
        if (step.optional === true && step.required_if !== undefined) {
          report(findingAt(entry, ['steps', i, 'optional'], 'flow/optional-condition', {}));
        }
        const { ms, seen_ms: seen } = step.within ?? {};
        if (ms !== undefined && seen !== undefined && seen > ms) {
          report(findingAt(entry, ['steps', i, 'within', 'seen_ms'], 'flow/seen-longer', { ms, seen }));
        }
      }
    }
  },
};
