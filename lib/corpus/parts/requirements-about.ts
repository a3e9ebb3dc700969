import type { Requirement } from '../../schema/types.generated.ts';
import { factAt } from '../facts/fact-at.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

const bySubject = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly Fact[]> => {
  const subjects = new Map<string, Fact[]>();
  for (const facts of corpus.factsOf.part.values()) {
    for (const fact of facts) {
      const subject = fact.requirement?.subject;
      if (subject === undefined) continue;
      // A place of a shared node is a place of the fact of that node.
      for (const path of new Set([subject, factAt(corpus, subject)?.path ?? subject])) {
        const list = subjects.get(path);
        if (list === undefined) subjects.set(path, [fact]);
        else list.push(fact);
      }
    }
  }
  return subjects;
});

/** What of its subject a requirement speaks of: undefined for the subject as a whole. */
export type RequirementAspect = Requirement['about'];

/**
 * The requirements that speak of a fact, at any place of it, or of a definition, in the order of the parts.
 * @param path the path of a fact or of a place of it, or that of a definition
 * @param about only those about this of it, such as the order of its children
 */
export const requirementsAbout = (corpus: Corpus, path: string, about?: RequirementAspect): readonly Fact[] =>
  (bySubject(corpus).get(path) ?? []).filter((fact) => fact.requirement?.about === about);

/** The level of a requirement as it is read, such as `must not`. */
export const levelWords = (level: string): string => level.replace('-', ' ');
