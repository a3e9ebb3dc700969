import { factAt } from '../facts/fact-at.ts';
import { parsePredicate } from '../match/parse-predicate.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { Fact } from '../model/fact.ts';
import { stanzasOfStep } from '../steps/stanzas-of-step.ts';

const byValue = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly string[]> => {
  const senders = new Map<string, Set<string>>();
  for (const { data } of corpus.definitions.flow.values()) {
    for (const step of data.steps) {
      const predicate = step.with === undefined ? undefined : parsePredicate(step.with);
      if (predicate === undefined || 'error' in predicate) continue;
      const label = data.participants.find(({ id }) => id === step.from)?.label ?? step.from;
      // What a participant does in one flow only, such as `Caller, who adds`, is not who it is.
      const [sender = label] = label.split(', ');
      for (const { test, anchor } of predicate.conditions) {
        if (typeof test === 'string') continue;
        for (const stanza of stanzasOfStep(step)) {
          const of = enumOfType(factAt(corpus, `${stanza}:${anchor}`)?.type);
          const path = `${of}=${test.value}`;
          senders.set(path, (senders.get(path) ?? new Set()).add(sender));
        }
      }
    }
  }
  return new Map([...senders].map(([path, labels]) => [path, [...labels]]));
});

/**
 * Who sends a value of an enum in the calls that flows describe: the labels of the participants whose steps have it, in
 * the order of the flows. Empty where no step names the value.
 */
export const sendersOfValue = ({ path }: Pick<Fact, 'path'>, corpus: Corpus): readonly string[] =>
  byValue(corpus).get(path) ?? [];
