import type { Corpus } from '../../corpus/model/corpus.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import type { Call, CallEvent } from '../model/call.ts';
import type { Outcome } from '../model/diagnosis.ts';
import { stanzaWords } from './stanza-words.ts';

/**
 * What the enums whose values are outcomes say of the stanzas of a call, such as what the code of an error means.
 */
export function outcomesOf(
  { events }: Call,
  corpus: Corpus,
  isAnswer: (event: CallEvent) => boolean,
): readonly Outcome[] {
  return events.flatMap((event): Outcome[] =>
    event.review.verdicts.flatMap(({ path, verdict }): Outcome[] => {
      const fact = verdict === 'supports' ? corpus.factByPath.get(path) : undefined;
      if (fact?.kind !== 'value') return [];
      const list = corpus.definitions.enum.get(fact.owner)?.data;
      if (list?.outcome !== true) return [];
      const meaning = `${plainProse(fact.description)} (${fact.confidence})`;
      return [
        {
          event: event.index,
          line: event.line,
          isRefusal: isAnswer(event),
          words: `${stanzaWords(event)}: ${fact.name} in ${list.title}: ${meaning}`,
        },
      ];
    }),
  );
}
