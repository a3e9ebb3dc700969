import { isListName } from '../pages/is-list-name.ts';
import { KIND_NAMES } from '../schema/kinds.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** The id of a definition is the name of its file, and can be the name of a page. */
export const idIsFileName: Rule = {
  name: 'id-is-file-name',
  codes: ['id/file-name', 'id/reserved'],
  check(corpus, report) {
    for (const kind of KIND_NAMES) {
      for (const entry of corpus.definitions[kind].values()) {
        if (!('id' in entry.data)) continue;
        const { id } = entry.data;
        if (isListName(id)) report(findingAt(entry, ['id'], 'id/reserved', { id }));
        if (id === entry.id) continue;
        report(findingAt(entry, ['id'], 'id/file-name', { id, expected: entry.id }));
      }
    }
  },
};
