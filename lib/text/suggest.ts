import { distance } from 'fastest-levenshtein';

/**
 * How many letters a slip of the finger may change in a word of a length. In a short word one letter makes another word,
 * and a whole part that is missing or too much is no slip.
 */
const slips = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

/**
 * The candidate nearest to a misspelled word, or undefined when none is so near that it was meant, regardless of case,
 * hyphens and underscores. Among equals the first wins.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word.slice(0, 100));
  let best: string | undefined;
  let bestDistance = slips(wanted.length) + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
    const d = distance(wanted, folded);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

const fold = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, '');
