import { CONFIDENCES } from '../corpus/model/confidences.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { payloadTags } from '../corpus/model/payload-tags.ts';
import { PAGE_KINDS } from '../schema/kinds.ts';
import { clip } from '../text/clip.ts';
import { compareText } from '../text/compare-text.ts';
import {
  resultNoun,
  SEARCH_RANKS,
  type SearchAddresses,
  type SearchEntry,
  type SearchKind,
  type SearchPage,
  searchEntries,
} from './search-entry.ts';
import { SEARCH_START, type SearchRow, type SearchStart, type SearchWordFile } from './search-start.ts';
import { searchUses } from './search-uses.ts';
import { searchParts, searchWords } from './words/search-words.ts';

/** An index of at most this many entries is one file. */
const ONE_FILE = 2500;
/** The size of each file of a larger index, in characters: about forty entries. */
const FILE_SIZE = 8_000;
/** In a larger index the text of a result is cut to this length. */
const SHORT_TEXT = 140;
/** The kinds of definitions. The title of a capture is a sentence. */
const TITLED: ReadonlySet<SearchKind> = new Set(PAGE_KINDS.filter((kind) => kind !== 'capture'));
/** A word in more than this share of the entries is common. */
const COMMON = 0.2;

/**
 * The search index of a corpus as files. A small one has two: the names and the entries. In a larger one a query reads
 * the names, the files of its words and the entries that it shows, however large the rest is.
 * @param pages what the site has besides the corpus: its pages and the terms of its glossary
 * @returns the text of each file by its name: SEARCH_START, and others whose names contain a digest
 */
export function searchFiles(
  corpus: Corpus,
  addresses: SearchAddresses,
  pages: readonly SearchPage[],
): Map<string, string> {
  const entries = inOrder(searchEntries(corpus, addresses, pages));
  const files = new Map<string, string>();
  const add = (kind: string, data: unknown): string => {
    const text = JSON.stringify(data);
    const name = `${kind}${files.size}-${digest(text)}.json`;
    files.set(name, text);
    return name;
  };
  const small = entries.length <= ONE_FILE;
  const rows = entries.map(({ kind, path, href, confidence, text, more }): SearchRow => {
    const row = [kind, path, href, confidence, small ? text : clip(text, SHORT_TEXT)] as const;
    return small && more !== undefined ? [...row, more] : row;
  });
  const { words, common } = small ? { words: [], common: [] } : wordsOf(entries);
  const start: SearchStart = {
    names: namesOf(entries),
    aliases: entries.flatMap(({ aliases }, at) => aliases.map((alias) => [alias, at] as const)),
    tags: entries.flatMap(({ tags }, at) => tags.map((tag) => [tag, at] as const)),
    keywords: entries.flatMap(({ keywords = [] }, at) => keywords.map((word) => [word, at] as const)),
    titled: entries.flatMap(({ kind }, at) => (TITLED.has(kind) ? [at] : [])),
    ledger: positionsOf(entries, 'ledger'),
    envelopes: envelopeTags(corpus),
    terms: positionsOf(entries, 'term'),
    clients: positionsOf(entries, 'flavor'),
    captures: positionsOf(entries, 'capture'),
    refuted: entries.flatMap(({ isRefuted }, at) => (isRefuted ? [at] : [])),
    entries: slices(rows, small ? Number.POSITIVE_INFINITY : FILE_SIZE).map(({ first, items }) => [
      first,
      add('entries-', items),
    ]),
    words: slices(words, FILE_SIZE).map(({ items }) => {
      const file: SearchWordFile = Object.fromEntries(items);
      return [items[0]?.[0] ?? '', add('words-', file)];
    }),
    common,
    uses: small ? searchUses(corpus, entries) : [],
    nouns: nounsOf(entries),
  };
  return new Map([[SEARCH_START, JSON.stringify(start)], ...files]);
}

/**
 * Sorts entries by their name as it is compared. Equal ones are sorted by the rank of the best kind that has the exact
 * name; entries of one name by the rank of their kind, then by confidence, then by their order in the corpus.
 */
function inOrder(entries: readonly SearchEntry[]): SearchEntry[] {
  const nameRanks = new Map<string, number>();
  for (const { name, kind } of entries)
    nameRanks.set(name, Math.min(SEARCH_RANKS[kind], nameRanks.get(name) ?? Number.POSITIVE_INFINITY));
  return entries
    .map((entry) => ({
      entry,
      key: searchWords(entry.name).join(''),
      nameRank: nameRanks.get(entry.name) ?? 0,
      doubt: entry.confidence === '' ? 0 : CONFIDENCES.indexOf(entry.confidence),
    }))
    .sort(
      (a, b) =>
        compareText(a.key, b.key) ||
        a.nameRank - b.nameRank ||
        compareText(a.entry.name, b.entry.name) ||
        SEARCH_RANKS[a.entry.kind] - SEARCH_RANKS[b.entry.kind] ||
        a.doubt - b.doubt,
    )
    .map(({ entry }) => entry);
}

/** The nouns of the kinds that are called by another word. */
const nounsOf = (entries: readonly SearchEntry[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new Set(entries.map(({ kind }) => kind))]
      .filter((kind) => resultNoun(kind) !== kind)
      .map((kind) => [kind, resultNoun(kind)]),
  );

const positionsOf = (entries: readonly SearchEntry[], wanted: SearchKind): number[] =>
  entries.flatMap(({ kind }, at) => (kind === wanted ? [at] : []));

/** The tags of the stanzas whose payload has another tag. */
function envelopeTags({ definitions }: Corpus): string[] {
  const stanzas = [...definitions.stanza.values()].map(({ data }) => data);
  const payloads = payloadTags(stanzas);
  const wrapping = stanzas.filter(({ id, tag }) => payloads.get(id)?.includes(tag) !== true);
  return [...new Set(wrapping.map(({ tag }) => tag))];
}

function namesOf(entries: readonly SearchEntry[]): (string | number)[] {
  const names: (string | number)[] = [];
  let count = 0;
  entries.forEach(({ name }, at) => {
    count++;
    if (entries[at + 1]?.name === name) return;
    names.push(name, ...(count > 1 ? [count] : []));
    count = 0;
  });
  return names;
}

/** The entries that have each word in their path and in their text, sorted by word; and the common words. */
function wordsOf(entries: readonly SearchEntry[]): {
  words: [string, [path: string, text: string]][];
  common: string[];
} {
  const found = new Map<string, readonly [path: number[], text: number[]]>();
  entries.forEach((entry, at) => {
    [entry.path, `${entry.text} ${entry.more ?? ''}`].forEach((text, field) => {
      for (const word of new Set(searchWords(text).flatMap(searchParts))) {
        const positions = found.get(word) ?? [[], []];
        found.set(word, positions);
        positions[field === 0 ? 0 : 1].push(at);
      }
    });
  });
  const words: [string, [string, string]][] = [];
  const common: string[] = [];
  for (const [word, [path, text]] of [...found].sort(([a], [b]) => compareText(a, b))) {
    if (Math.max(path.length, text.length) > COMMON * entries.length) common.push(word);
    else words.push([word, [distances(path), distances(text)]]);
  }
  return { words, common };
}

const distances = (positions: readonly number[]): string =>
  positions.map((at, i) => (at - (positions[i - 1] ?? 0)).toString(36)).join(' ');

/** Cuts a list into slices of about a size as JSON, each with the position of its first item. */
function slices<T>(list: readonly T[], size: number): { first: number; items: T[] }[] {
  const all: { first: number; items: T[] }[] = [];
  let room = 0;
  list.forEach((item, first) => {
    const length = JSON.stringify(item).length;
    if (all.length === 0 || room < length) {
      all.push({ first, items: [] });
      room = size;
    }
    all.at(-1)?.items.push(item);
    room -= length;
  });
  return all;
}

/** A digest (FNV-1a) for the name of a file, so that a browser never uses the cached file of an older site. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
