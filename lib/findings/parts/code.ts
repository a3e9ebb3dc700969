import type { FindingWays } from '../../prose/ways.ts';
import type { Level } from './level.ts';

/** How the findings of one code are worded. */
export interface Code<A> {
  readonly level: Level;
  /**
   * Whether it is about how an author works, and every page is right all the same: see `under-policy.ts`. Without it
   * a page would be wrong, incomplete or unsafe, and the level is the same in every corpus.
   */
  readonly policy?: true | ((args: A) => boolean);
  /** A short name for people. */
  readonly title: string;
  /** Why it matters, in a sentence or two of prose (`code` is its only markup). */
  readonly why: string;
  readonly message: (args: A) => string;
  readonly hint?: (args: A) => string | undefined;
  /** How to do what the hint says; the place that shows the finding knows the words. */
  readonly way?: keyof FindingWays;
}

/** The arguments of a code whose wording needs none. */
export type None = Record<never, never>;

/** Ties the wording of a code to the type of its arguments. */
export const code = <A>(entry: Code<A>): Code<A> => entry;

export const didYouMean = (suggestion: string | undefined): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean ${suggestion}?`;

/** The ids of a cycle; a long one is shortened in the middle. */
export const cycleText = (ids: readonly string[]): string =>
  (ids.length > 12 ? [...ids.slice(0, 6), '…', ...ids.slice(-5)] : ids).join(' → ');
