import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { BUILT_IN_TYPES, baseOfType } from '../corpus/match/value-fits.ts';
import { enumOfType } from '../corpus/model/enum-of-type.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Rule } from './parts/rule.ts';

/** The type of each attribute and content is built in, or one of the spec. */
export const typesExist: Rule = {
  name: 'types-exist',
  codes: ['reference/type'],
  check(corpus, report) {
    const { type: types, enum: enums } = corpus.definitions;
    for (const { entry, facts } of ownedFacts(corpus)) {
      for (const { type, pointer } of facts) {
        // A type whose file is broken has its own findings.
        if (type === undefined || enumOfType(type) !== undefined || corpus.broken.get('type')?.has(type)) {
          continue;
        }
        if (baseOfType(type, types) !== undefined) continue;
        const suggestion = enums.has(type)
          ? `enum:${type}`
          : suggest(type, [...BUILT_IN_TYPES, ...types.keys()]);
        const args = { id: clip(type, 80), builtIn: BUILT_IN_TYPES, suggestion };
        report(findingAt(entry, [...pointer, 'type'], 'reference/type', args));
      }
    }
  },
};
