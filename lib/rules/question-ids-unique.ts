import type { Entry } from '../corpus/model/corpus.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Pointer } from '../source/mark.ts';
import { findingAt } from './parts/finding-at.ts';
import { isMisnamed } from './parts/is-misnamed.ts';
import type { Rule } from './parts/rule.ts';

/**
 * The id of a question is unique in the corpus, also for those who do not tell upper from lower case. Where a
 * definition is a copy with the name of another, that is what is wrong, and not each of its questions.
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

/** Two definitions that cannot both stay, as their ids are one address; reading the spec has said so. */
const onlyCaseApart = (a: Entry<Kind>, b: Entry<Kind>): boolean =>
  a.kind === b.kind && a.id !== b.id && a.id.toLowerCase() === b.id.toLowerCase();
