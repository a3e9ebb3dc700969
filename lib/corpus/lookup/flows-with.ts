import { memoizeBy } from '../memoize-by.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import { stanzasOfStep } from '../steps/stanzas-of-step.ts';

const byStanza = memoizeBy((corpus: Corpus) => {
  const stanzas = new Map<string, Set<Entry<'flow'>>>();
  for (const flow of corpus.definitions.flow.values()) {
    for (const stanza of flow.data.steps.flatMap(stanzasOfStep)) {
      stanzas.set(stanza, (stanzas.get(stanza) ?? new Set()).add(flow));
    }
  }
  return stanzas;
});

/** The flows with a step that sends a stanza, alone or as one of several, in the order of their ids. */
export function flowsWith(corpus: Corpus, stanza: string): readonly Entry<'flow'>[] {
  return [...(byStanza(corpus).get(stanza) ?? [])];
}
