import { distance } from 'fastest-levenshtein';

/**
 * The number of letters that a typo may change, by the length of the word. In a short word a single letter makes
 * another word; and a whole missing or additional part is not a typo.
 */
const maxTypos = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

/**
 * The candidate that a misspelled word most likely means, ignoring case, hyphens and underscores; undefined if none is
 * near enough. Among equals the first wins.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word.slice(0, 100));
  let best: string | undefined;
  let bestDistance = maxTypos(wanted.length) + 1;
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
