/** How well entries match, by their positions in the index. */
export type SearchScores = Map<number, number>;

/**
 * What a match is worth. The gap above a score is filled by how much of the name was typed; {@link SCORES.span} is its
 * size.
 */
export const SCORES = {
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
  /** Added where it is the tag of a stanza: the stanza comes before the facts of that name. */
  tag: 1,
  /** Added where the query is the title of a definition; half of it is taken off where the title ends with it. */
  title: 2,
  /** Added where the query is a name of the ledger to the letter: nothing on the wire has it. */
  ledger: 10,
  /** Taken off where another form of the word matches. */
  form: 2,
  /** Taken off a capture that is not named itself. */
  capture: 20,
  /** Added to what a stanza contains that was pasted. */
  pasted: 100,
  /** Added to a stanza that matches several words. */
  stanza: 15,
  span: 9,
} as const;

/** Sets the score of an entry, unless it has a better one. */
export function raiseScore(scores: SearchScores, at: number, score: number): void {
  if ((scores.get(at) ?? 0) < score) scores.set(at, score);
}

/**
 * The entries that some of several searches have found, if these count for half or more of all. A search that finds few
 * counts more; one that finds nothing does not count.
 */
export function mergeScores(each: readonly SearchScores[]): SearchScores {
  const found = each
    .filter(({ size }) => size > 0)
    .map((scores) => ({ scores, weight: 1 / Math.log2(1 + scores.size) }));
  const whole = found.reduce((sum, { weight }) => sum + weight, 0);
  const all = new Map<number, { sum: number; weight: number }>();
  for (const { scores, weight } of found) {
    for (const [at, score] of scores) {
      const before = all.get(at) ?? { sum: 0, weight: 0 };
      all.set(at, { sum: before.sum + score * weight, weight: before.weight + weight });
    }
  }
  const half = whole / 2;
  return new Map(
    [...all].flatMap(([at, one]) => (one.weight >= half ? [[at, one.sum / whole] as const] : [])),
  );
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
