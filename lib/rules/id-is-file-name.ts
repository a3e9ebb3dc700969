import { KIND_NAMES } from '../schema/kinds.ts';
import { findingAt } from './finding-at.ts';
import type { Rule } from './rule.ts';

/** The id of a definition is the name of its file. */
export const idIsFileName: Rule = {
  name: 'id-is-file-name',
  codes: ['id/file-name'],
  check(corpus, report) {
    for (const kind of KIND_NAMES) {
      for (const entry of corpus.definitions[kind].values()) {
        if (!('id' in entry.data) || entry.data.id === entry.id) continue;
        report(findingAt(entry, ['id'], 'id/file-name', { id: entry.data.id, expected: entry.id }));
      }
    }
  },
};
