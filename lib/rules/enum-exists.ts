import { enumOfType } from '../corpus/model/enum-of-type.ts';
import { checkReference } from './parts/check-reference.ts';
import type { Rule } from './parts/rule.ts';

/** The enum that a type names exists. */
export const enumExists: Rule = {
  name: 'enum-exists',
  codes: ['reference/enum'],
  check(corpus, report) {
    for (const [owner, facts] of corpus.factsOfStanza) {
      const entry = corpus.definitions.stanza.get(owner);
      if (entry === undefined) continue;
      for (const { type, pointer } of facts) {
        const id = enumOfType(type);
        if (id !== undefined) checkReference(corpus, report, 'enum', id, entry, [...pointer, 'type']);
      }
    }
  },
};
