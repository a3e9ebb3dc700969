import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';

/**
 * The names of stanzas where many are listed below each other: without the word with which all of them begin, such as
 * Call Offer and Call Accept as Offer and Accept.
 */
export function shortName(corpus: Corpus, { data }: Entry<'stanza'>): string {
  const { display_name: name } = data;
  const prefix = commonWord(corpus);
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** The first word of all names with the space behind it; '' if they have none in common. */
const commonWord = memoizeBy(({ definitions }: Corpus): string => {
  const names = [...definitions.stanza.values()].map(({ data }) => data.display_name);
  const word = names.length < 2 ? undefined : /^\S+ (?=\S)/.exec(names[0] ?? '')?.[0];
  return word !== undefined && names.every((name) => name.startsWith(word) && name.length > word.length)
    ? word
    : '';
});
