import { findingAt } from './finding-at.ts';
import type { Rule } from './rule.ts';

/** The id of a question is unique in the corpus, also for those who do not tell upper from lower case. */
export const questionIdsUnique: Rule = {
  name: 'question-ids-unique',
  codes: ['id/question'],
  check(corpus, report) {
    const first = new Map<string, () => string>();
    for (const { kind, owner, id, pointer } of corpus.questions) {
      const entry = corpus.definitions[kind].get(owner);
      if (id === undefined || entry === undefined) continue;
      const key = id.toLowerCase();
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, () => {
          const { file, line } = entry.source.place([...pointer, 'id']);
          return `${file}:${line}`;
        });
      } else report(findingAt(entry, [...pointer, 'id'], 'id/question', { id, other: other() }));
    }
  },
};
