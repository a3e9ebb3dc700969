import type { Earlier } from '../../corpus/match/parse-predicate.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Pointer } from '../../source/mark.ts';
import { placesInText } from '../../source/places-in-text.ts';
import { checkReference } from './check-reference.ts';
import type { Report } from './rule.ts';

/** Reports the stanzas around `after` in a predicate that do not exist, at the place of their id in the text. */
export function checkEarlier(
  earlier: readonly Earlier[],
  text: string,
  entry: Entry<Kind>,
  at: Pointer,
  corpus: Corpus,
  report: Report,
): void {
  for (const { stanza, offset } of earlier.flatMap(({ than, ...one }) => [
    ...(than === undefined ? [] : [than]),
    one,
  ])) {
    const here: Report = (one) => report({ ...one, ...placesInText(entry.source, at, text)(offset) });
    checkReference(corpus, here, 'stanza', stanza, entry, at);
  }
}
