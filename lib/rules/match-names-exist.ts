import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import { nodesOf } from './parts/nodes-of.ts';
import type { Rule } from './parts/rule.ts';

/** The attributes and children that `match` names are described by the stanza. */
export const matchNamesExist: Rule = {
  name: 'match-names-exist',
  codes: ['match/unknown-name'],
  check(corpus, report) {
    for (const { entry, pointer, whole } of nodesOf(corpus)) {
      if (!('match' in entry.data) || pointer.length > 0 || whole === undefined) continue;
      const { match, tag: parent } = entry.data;
      const names = whole.attributes.map(({ name }) => name);
      const tags = whole.children.map(({ fact }) => fact.name);
      for (const [i, { name }] of (match?.attributes ?? []).entries()) {
        if (names.includes(name)) continue;
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
