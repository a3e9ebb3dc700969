/** How well entries match, by their positions in the index. */
export type SearchScores = Map<number, number>;

/**
 * What a match is worth. The gap above a score is filled by how much of the name was typed; {@link SCORES.span} is its
 * size.
 */
export const SCORES = {
  tag: 101,
  exact: 100,
  prefix: 80,
  word: 60,
  path: 40,
  inside: 30,
  text: 20,
  typo: 10,
  typoInPart: 5,
  /** Added where a name has the punctuation of the query, too. */
  signs: 0.5,
  span: 9,
} as const;

/** Sets the score of an entry, unless it has a better one. */
export function raiseScore(scores: SearchScores, at: number, score: number): void {
  if ((scores.get(at) ?? 0) < score) scores.set(at, score);
}

/**
 * The entries that all of several searches have found.
 * @param combine computes the score of an entry from its scores
 */
export function intersectScores(
  each: readonly SearchScores[],
  combine: (...scores: number[]) => number,
): SearchScores {
  const all: SearchScores = new Map();
  const [smallest, ...others] = [...each].sort((a, b) => a.size - b.size);
  for (const [at, first] of smallest ?? []) {
    const rest = others.map((one) => one.get(at) ?? 0);
    if (!rest.includes(0)) all.set(at, combine(first, ...rest));
  }
  return all;
}
