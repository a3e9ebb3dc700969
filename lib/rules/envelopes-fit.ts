import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** The envelope of a stanza is another stanza with the same tag, and has no envelope itself. */
export const envelopesFit: Rule = {
  name: 'envelopes-fit',
  codes: ['reference/stanza', 'envelope/other-tag', 'envelope/nested'],
  check(corpus, report) {
    for (const entry of corpus.definitions.stanza.values()) {
      const { envelope: id, tag } = entry.data;
      if (id === undefined) continue;
      const at = ['envelope'];
      checkReference(corpus, report, 'stanza', id, entry, at);
      const outer = corpus.definitions.stanza.get(id)?.data;
      if (outer === undefined) continue;
      if (outer.tag !== tag) {
        report(findingAt(entry, at, 'envelope/other-tag', { id, tag, expected: outer.tag }));
      }
      if (outer.envelope !== undefined) {
        report(findingAt(entry, at, 'envelope/nested', { id, own: id === entry.id }));
      }
    }
  },
};
