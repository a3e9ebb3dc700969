/** The file that a search reads first; it names the others, which stand beside it. */
export const SEARCH_START = 'start.json';

/**
 * What the start file holds. Entries have positions, in the order of their names, so that the entries of a name
 * are a range, and what a query shows stands in few files.
 */
export interface SearchStart {
  /** Each name once, in order; a number after a name says how many entries have it, when it is more than one. */
  readonly names: readonly (string | number)[];
  /** Further names of entries, with their positions. */
  readonly aliases: readonly (readonly [string, number])[];
  /** The tags that stanzas are about, with the positions of the stanzas. They count when they are typed whole. */
  readonly tags: readonly (readonly [string, number])[];
  /** The files of the entries: the first position in each, and its name. */
  readonly entries: readonly (readonly [number, string])[];
  /**
   * The files of the words in paths and texts: the first word in each, and its name. None where all entries
   * stand in one file, whose words can be looked through as they are.
   */
  readonly words: readonly (readonly [string, string])[];
  /** Words that so many entries hold that they tell none from another. */
  readonly common: readonly string[];
}

/** An entry in its file: kind, path, address, confidence, text. Its name follows from its position. */
export type SearchRow = readonly [kind: string, path: string, href: string, confidence: string, text: string];

/**
 * A file of words: each with the positions of the entries that have it in their path, and of those that have it
 * in their text. Positions are written as distances from the one before, in base 36.
 */
export type SearchWordFile = Readonly<Record<string, readonly [path: string, text: string]>>;
