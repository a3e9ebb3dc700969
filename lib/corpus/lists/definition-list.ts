import { isFactOwner, isRegistry, type PageKind } from '../../schema/kinds.ts';
import { openDisputes } from '../disputes/open-disputes.ts';
import { factsSupportedBy } from '../lookup/facts-supported-by.ts';
import { openQuestions } from '../lookup/questions-asked-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

/** A definition in the list of its kind. */
export interface ListedDefinition<K extends PageKind = PageKind> {
  readonly entry: Entry<K>;
  /** The facts that it holds, or for which it is evidence. */
  readonly facts: readonly Fact[];
  readonly openQuestions: number;
  /** About its facts. */
  readonly openDisputes: number;
}

/** All definitions of a kind, in the order of their ids. */
export function definitionList<K extends PageKind>(corpus: Corpus, kind: K): ListedDefinition<K>[] {
  const entries: ReadonlyMap<string, Entry<K>> = corpus.definitions[kind];
  return [...entries.values()].map((entry) => {
    const facts = factsOf(kind, entry.id, corpus);
    return {
      entry,
      facts,
      openQuestions: openQuestions(corpus, kind, entry.id),
      openDisputes: openDisputes(facts, corpus),
    };
  });
}

function factsOf(kind: PageKind, id: string, corpus: Corpus): readonly Fact[] {
  if (isFactOwner(kind)) return corpus.factsOf[kind].get(id) ?? [];
  return isRegistry(kind) ? factsSupportedBy(corpus, kind, id) : [];
}
