import { searchWords } from './search-words.ts';

/** Words of questions and sentences that do not tell what is looked for. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about all am an and any are as at be been but by can could did do does for from get had has have how i if in into
  is it its just may me mean means must my need of on one or our s sends should so some than that the their them then there
  these they this those to use used using versus vs want was we were what when where which who why will with without would you
  your`.split(/\s+/),
);

/** The numbers that texts write as words. "one" is rarely a number. */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  `two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
  fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60
  seventy=70 eighty=80 ninety=90 hundred=100`
    .split(/\s+/)
    .flatMap((pair) => {
      const [word = '', digits = ''] = pair.split('=');
      return [[word, digits] as const, [digits, word] as const];
    }),
);

/** The words of a query. */
export interface QueryWords {
  /** The words that must match. */
  readonly wanted: readonly string[];
  /** Words that only improve a match, because they are in every other sentence. */
  readonly extra: readonly string[];
}

/** Parts a query into the words that must match and those that say little. If all say little, all must match. */
export function queryWords(query: string): QueryWords {
  const words = [...new Set(searchWords(query))];
  const wanted = words.filter((word) => !STOP_WORDS.has(word));
  if (wanted.length === 0) return { wanted: words, extra: [] };
  return { wanted, extra: words.filter((word) => STOP_WORDS.has(word)) };
}

/** Words for the files of a definition, which its page leads to. */
const FORMAT = /\b(?:types?|typescript|d\.ts|interface|json|markdown|schema)\b/gi;

/** A query without the name of a format; the query itself if nothing else is in it, or no format. */
export function withoutFormat(query: string): string {
  const rest = query.replace(FORMAT, ' ').trim();
  return searchWords(rest).length === 0 ? query : rest;
}

/**
 * Other forms in which a text may have a word: its number in digits or in letters, and a verb or plural without its
 * ending. A match of the beginning of a word finds the longer forms by itself.
 */
export function wordForms(word: string): readonly string[] {
  const number = NUMBERS.get(word);
  const stem = stemOf(word);
  return [...(number === undefined ? [] : [number]), ...(stem === word ? [] : [stem])];
}

/** A verb or plural without its ending; the word itself where little would be left. */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:ies|ing|ed|(?<=ss|sh|ch|x)es|(?<!s)s)$/, '');
  return stem.length >= 4 ? stem : word;
}
