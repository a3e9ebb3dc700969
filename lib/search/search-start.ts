/** The file that a search reads first. It names the others, which are in the same folder. */
export const SEARCH_START = 'start.json';

/**
 * The content of the start file. Entries are numbered in the order of their names, so that the entries of a name are a
 * range, and the results of a query are in few files.
 */
export interface SearchStart {
  /** Each name once, in order; followed by the number of its entries if there are several. */
  readonly names: readonly (string | number)[];
  /** Further names of entries, with their positions. */
  readonly aliases: readonly (readonly [string, number])[];
  /** The payload tags of stanzas, with the positions of the stanzas. */
  readonly tags: readonly (readonly [string, number])[];
  /** The words by which readers look for a definition and which its name lacks. */
  readonly keywords: readonly (readonly [string, number])[];
  /** The positions of definitions, which come first where the query is their title. */
  readonly titled: readonly number[];
  /** The positions of names of the ledger. */
  readonly ledger: readonly number[];
  /** The tags that wrap payloads: in a pasted stanza the tag inside tells which one it is. */
  readonly envelopes: readonly string[];
  /** The positions of glossary terms. */
  readonly terms: readonly number[];
  /** The positions of implementations, of which a query may name several. */
  readonly clients: readonly number[];
  /** The positions of captures, which are looked for less often than what describes them. */
  readonly captures: readonly number[];
  /** The positions of what a dispute denies. */
  readonly refuted: readonly number[];
  /** The files of the entries: the first position in each, and its name. */
  readonly entries: readonly (readonly [number, string])[];
  /**
   * The files of the words in paths and texts: the first word in each, and its name. None if all entries are in one
   * file, which is then scanned.
   */
  readonly words: readonly (readonly [string, string])[];
  /** Words in so many entries that they distinguish none. */
  readonly common: readonly string[];
  /**
   * Where stanzas use shared nodes and envelopes: the position of each stanza, with the anchor of each place, the prefix of
   * the paths that are used there, and the parts of them that are not. None where the entries are in several files.
   */
  readonly uses: readonly (readonly [
    stanza: number,
    places: readonly (readonly [anchor: string, prefix: string, ...lacking: string[]])[],
  ])[];
  /** What readers call the kinds that have another word in the data. */
  readonly nouns: Readonly<Record<string, string>>;
}

/** An entry in its file, with words that find it and are not shown. Its name follows from its position. */
export type SearchRow = readonly [
  ...[kind: string, path: string, href: string, confidence: string, text: string],
  more?: string,
];

/**
 * A file of words: for each the positions of the entries with the word in their path, and of those with the word in
 * their text. Positions are delta-encoded, in base 36.
 */
export type SearchWordFile = Readonly<Record<string, readonly [path: string, text: string]>>;
