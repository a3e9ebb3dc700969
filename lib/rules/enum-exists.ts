import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { enumOfType } from '../corpus/model/enum-of-type.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** The enum that a type, or the tags of a child, come from exists; only a child of any tag has its tags from one. */
export const enumExists: Rule = {
  name: 'enum-exists',
  codes: ['reference/enum', 'node/tags-from'],
  check(corpus, report) {
    for (const { entry, facts } of ownedFacts(corpus)) {
      for (const { type, child, pointer } of facts) {
        if (child?.tags_from !== undefined && child.tag !== '*') {
          report(findingAt(entry, [...pointer, 'tags_from'], 'node/tags-from', { tag: child.tag }));
        }
        for (const [key, name] of [
          ['type', type],
          ['tags_from', child?.tags_from],
        ] as const) {
          const id = enumOfType(name);
          if (id !== undefined) checkReference(corpus, report, 'enum', id, entry, [...pointer, key]);
        }
      }
    }
  },
};
