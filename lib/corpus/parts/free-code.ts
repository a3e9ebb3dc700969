import type { Corpus } from '../model/corpus.ts';

/** A code that no part has: the first letters of its category, and the next number, such as SIG-07. */
export function freeCode({ definitions }: Corpus, category: string): string {
  const letters = category.replace(/[^A-Za-z]/g, '').toUpperCase();
  const prefix = letters.length < 3 ? letters.padEnd(3, 'X') : letters.slice(0, 3);
  const taken = [...definitions.part.values()].flatMap(({ data: { code } }) =>
    code.startsWith(`${prefix}-`) ? [Number(code.slice(4))] : [],
  );
  return `${prefix}-${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
}
