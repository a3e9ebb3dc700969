/** A letter, mark or digit of a script that is written without blanks between words, or with few. */
const RUN =
  '(?=[\\p{L}\\p{N}\\p{M}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}]';
const WORD = new RegExp(
  `(?:${RUN})+|(?!${RUN})[\\p{L}\\p{N}](?:(?!${RUN})[\\p{L}\\p{N}\\p{Mn}\\p{Mc}])*`,
  'gu',
);
const BEGINS_RUN = new RegExp(`^${RUN}`, 'u');

/** What nearly all text is, and what takes no folding but of case. */
const PLAIN = /^[\0-\x7f]*$/;

/** What is left out where texts are compared: accents, points of Hebrew, vowel signs of Arabic, what is not seen. */
const LEFT_OUT =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\p{Default_Ignorable_Code_Point}]/gu;

/** Letters that Unicode does not take apart, and most keyboards do not have. */
const LETTERS = new Map(
  ['æae', 'œoe', 'øo', 'łl', 'đd', 'ðd', 'þth', 'ħh', 'ŧt', 'ςσ'].map((pair) => [
    pair.slice(0, 1),
    pair.slice(1),
  ]),
);

/**
 * The words of a text as search compares them: folded, split at everything that is no letter and no digit, and where a
 * capital follows a small letter. `call-creator`, `call_creator` and `callCreator` have the same words. What is written
 * without blanks is a word of its own, see {@link isRun}.
 */
export function searchWords(text: string): string[] {
  if (PLAIN.test(text)) {
    const plain = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
    return plain.match(/[a-z0-9]+/g) ?? [];
  }
  const parted = text.normalize('NFKC').replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
  return folded(parted).match(WORD) ?? [];
}

/** A text as search compares it where it has no words: folded, without blanks, with all its signs. */
export const searchSigns = (text: string): string => folded(text).replace(/\s+/g, '');

/** Whether a word is of a script without blanks (Han, Kana, Hangul, Thai and others), so that it may hold many words. */
export const isRun = (word: string): boolean => BEGINS_RUN.test(word);

/** By what a word is found in an index: a run by every two neighbours in it and its last letter, another by itself. */
export function searchParts(word: string): string[] {
  if (!isRun(word)) return [word];
  const letters = [...word];
  return letters.map((letter, i) => `${letter}${letters[i + 1] ?? ''}`);
}

/** Without case, accents and forms of letters: `Straße` is `strasse`, `ﬁ` is `fi`, `İ` and `ı` are `i`. */
function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .replace(/[æœøłđðþħŧς]/g, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC');
}
