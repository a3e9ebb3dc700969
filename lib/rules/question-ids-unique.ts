import type { Entry } from '../corpus/model/corpus.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Pointer } from '../source/mark.ts';
import { findingAt } from './parts/finding-at.ts';
import { isMisnamed } from './parts/is-misnamed.ts';
import type { Rule } from './parts/rule.ts';

/**
 * Ids of questions are unique in the corpus, ignoring case. A definition that is a copy under the id of another is
 * reported for that, and not for each of its questions.
 */
export const questionIdsUnique: Rule = {
  name: 'question-ids-unique',
  codes: ['id/question'],
  check(corpus, report) {
    const first = new Map<string, { readonly entry: Entry<Kind>; readonly pointer: Pointer }>();
    for (const { kind, owner, id, pointer } of corpus.questions) {
      const entry = corpus.definitions[kind].get(owner);
      if (id === undefined || entry === undefined) continue;
      if (isMisnamed(entry) && corpus.definitions[kind].has(entry.data.id)) continue;
      const key = id.toLowerCase();
      const at = [...pointer, 'id'];
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, { entry, pointer: at });
      } else if (!onlyCaseApart(entry, other.entry)) {
        const { file, line } = other.entry.source.place(other.pointer);
        report(findingAt(entry, at, 'id/question', { id, other: `${file}:${line}` }));
      }
    }
  },
};

/** Whether two definitions have the same id, which loading has already reported. */
const onlyCaseApart = (a: Entry<Kind>, b: Entry<Kind>): boolean =>
  a.kind === b.kind && a.id !== b.id && a.id.toLowerCase() === b.id.toLowerCase();
