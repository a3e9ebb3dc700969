import { openDisputes } from '../lookup/open-disputes.ts';
import { openQuestions } from '../lookup/questions-asked-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

/** A stanza in the list of stanzas. */
export interface ListedStanza {
  readonly entry: Entry<'stanza'>;
  readonly facts: readonly Fact[];
  readonly openQuestions: number;
  readonly openDisputes: number;
}

/** All stanzas, in the order of their ids. */
export function stanzaList(corpus: Corpus): ListedStanza[] {
  return [...corpus.definitions.stanza.values()].map((entry) => {
    const facts = corpus.factsOfStanza.get(entry.id) ?? [];
    return {
      entry,
      facts,
      openQuestions: openQuestions(corpus, 'stanza', entry.id),
      openDisputes: openDisputes(facts),
    };
  });
}
