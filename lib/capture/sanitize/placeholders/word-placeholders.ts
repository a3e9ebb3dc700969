import { LAST_PADDED, type Numbering, numbering, padded } from './numbering.ts';
import type { Pass } from './pass.ts';

/** The kinds of values that a placeholder such as `CALLID-0001-synthetic` replaces; the most specific come first. */
const WORD_KINDS = ['CALLID', 'TOKEN', 'UUID', 'ID', 'NAME', 'VERSION', 'VALUE', 'TEXT'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

const WORD = new RegExp(`^(${WORD_KINDS.join('|')})-(\\d{4,6})-synthetic$`);

/** Whether a text is a placeholder such as CALLID-0001-synthetic. */
export const isWord = (text: string): boolean => WORD.test(text);

/** Placeholders for texts: CALLID-0001-synthetic, TEXT-0002-synthetic … */
export function wordPlaceholders(): Pass<(kind: WordKind, text: string) => string> {
  const numbers = new Map<WordKind, Numbering>(
    WORD_KINDS.map((kind) => [kind, numbering('texts of one kind', LAST_PADDED)]),
  );
  const numbersOf = (kind: WordKind): Numbering => numbers.get(kind) as Numbering;
  const kinds = new Map<string, WordKind>();
  return {
    collect(kind, text) {
      const match = WORD.exec(text);
      if (match !== null) {
        numbersOf(match[1] as WordKind).reserve(Number(match[2]));
        return text;
      }
      const other = kinds.get(text);
      // A value has one placeholder, named by the place that says most about it.
      if (other === undefined || WORD_KINDS.indexOf(kind) < WORD_KINDS.indexOf(other)) kinds.set(text, kind);
      return text;
    },
    assign(kind, text) {
      if (WORD.test(text)) return text;
      const named = kinds.get(text) ?? kind;
      return `${named}-${padded(numbersOf(named).of(text))}-synthetic`;
    },
  };
}
