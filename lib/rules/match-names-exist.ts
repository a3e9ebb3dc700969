import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** The attributes and children that `match` names are described by the stanza. */
export const matchNamesExist: Rule = {
  name: 'match-names-exist',
  codes: ['match/unknown-name'],
  check(corpus, report) {
    for (const entry of corpus.definitions.stanza.values()) {
      const { match, tag: parent, envelope } = entry.data;
      const node = corpus.nodeOf.stanza.get(entry.id);
      const names = (node?.attributes ?? []).map(({ name }) => name);
      const tags = (node?.children ?? []).map(({ fact }) => fact.name);
      // The attribute may be one of an envelope that is not there, which another rule reports.
      const isKnown = envelope === undefined || corpus.definitions.stanza.has(envelope);
      for (const [i, { name }] of (match?.attributes ?? []).entries()) {
        if (!isKnown || names.includes(name)) continue;
        const args = { what: 'attribute', name, parent, suggestion: suggest(name, names) } as const;
        report(findingAt(entry, ['match', 'attributes', i, 'name'], 'match/unknown-name', args));
      }
      for (const [i, name] of (match?.payload ?? []).entries()) {
        if (tags.includes(name)) continue;
        const args = { what: 'child', name, parent, suggestion: suggest(name, tags) } as const;
        report(findingAt(entry, ['match', 'payload', i], 'match/unknown-name', args));
      }
    }
  },
};
