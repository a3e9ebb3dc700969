import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to a misspelled word, or undefined when none is near: at most a third of the word's
 * length (at least one) apart, regardless of case, hyphens and underscores. Among equals the first wins.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word.slice(0, 100));
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
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
