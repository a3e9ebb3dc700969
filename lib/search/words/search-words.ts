/** A letter, mark or digit of a script that is written with few or no spaces between words. */
const RUN =
  '(?=[\\p{L}\\p{N}\\p{M}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}]';
const WORD = new RegExp(
  `(?:${RUN})+|(?!${RUN})[\\p{L}\\p{N}](?:(?!${RUN})[\\p{L}\\p{N}\\p{Mn}\\p{Mc}])*`,
  'gu',
);
const BEGINS_RUN = new RegExp(`^${RUN}`, 'u');

/** ASCII: nearly all text. It needs no folding except of case. */
const PLAIN = /^[\0-\x7f]*$/;

/** Ignored in comparisons: accents, Hebrew points, Arabic vowel signs, invisible characters. */
const IGNORED =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\p{Default_Ignorable_Code_Point}]/gu;

/** Letters that have no decomposition in Unicode, and are missing on most keyboards. */
const LETTERS = new Map(
  ['æae', 'œoe', 'øo', 'łl', 'đd', 'ðd', 'þth', 'ħh', 'ŧt', 'ςσ'].map((pair) => [
    pair.slice(0, 1),
    pair.slice(1),
  ]),
);

/**
 * The words of a text as search compares them: folded, split at everything but letters and digits, and in camel case.
 * `call-creator`, `call_creator` and `callCreator` have the same words. Text in a script without spaces is one word,
 * see {@link isRun}.
 */
export function searchWords(text: string): string[] {
  if (PLAIN.test(text)) {
    const plain = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
    return plain.match(/[a-z0-9]+/g) ?? [];
  }
  const parted = text.normalize('NFKC').replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
  return folded(parted).match(WORD) ?? [];
}

/** A text with its punctuation, for queries without words: folded, without spaces. */
export const searchSigns = (text: string): string => folded(text).replace(/\s+/g, '');

/** Whether a word is in a script without spaces (Han, Kana, Hangul, Thai and others), so that it may be many words. */
export const isRun = (word: string): boolean => BEGINS_RUN.test(word);

/** The keys of a word in an index: for a run its bigrams and its last letter, otherwise the word itself. */
export function searchParts(word: string): string[] {
  if (!isRun(word)) return [word];
  const letters = [...word];
  return letters.map((letter, i) => `${letter}${letters[i + 1] ?? ''}`);
}

/** Folds case, accents and letter forms: `Straße` becomes `strasse`, `ﬁ` `fi`, `İ` and `ı` `i`. */
function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(IGNORED, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(IGNORED, '')
    .replace(/[æœøłđðþħŧς]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC');
}
