import { searchDistance } from './search-distance.ts';
import { SEARCH_START, type SearchRow, type SearchStart, type SearchWordFile } from './search-start.ts';
import { isRun, searchParts, searchSigns, searchWords } from './search-words.ts';

/** A result. */
export interface SearchHit {
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly href: string;
  readonly confidence: string;
  readonly text: string;
}

export interface SearchResult {
  /** How many there are; hits are the best of them. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

export type Search = (query: string, limit: number) => Promise<SearchResult>;

/** What a match is worth. What lies between two of these says how much of the name was typed. */
const TAG = 101;
const EXACT = 100;
/** For a name that has the signs of the query too. */
const SIGNS = 0.5;
const PREFIX = 80;
const WORD = 60;
const PATH = 40;
const INSIDE = 30;
const TEXT = 20;
const FUZZY = 10;
const FUZZY_PART = 5;
const SPAN = 9;

/** At most this many files of words are read for one word; a longer word needs fewer. */
const MAX_WORD_FILES = 3;

interface Name {
  readonly name: string;
  /** The name without what stands between its words, and the rest of it from each of its other words on. */
  readonly whole: string;
  readonly rests: readonly string[];
  /** What a typing error can stand in: those, and its single words. */
  readonly parts: readonly string[];
  readonly first: number;
  readonly count: number;
}

type Scores = Map<number, number>;

/**
 * Opens an index that searchFiles wrote.
 * @param read gives the parsed JSON of a file by its name; what it throws comes out of this and of the search
 */
export async function openSearch(read: (file: string) => Promise<unknown>): Promise<Search> {
  const start = (await read(SEARCH_START)) as SearchStart;
  const { names, nameAt } = namesOf(start);
  const kept = new Map<string, Promise<unknown>>();
  const file = <T>(name: string): Promise<T> => {
    const known = kept.get(name) ?? read(name);
    kept.set(name, known);
    known.catch(() => kept.delete(name));
    return known as Promise<T>;
  };

  const hit = async (at: number): Promise<SearchHit> => {
    const [first, name] = start.entries.findLast(([begin]) => begin <= at) ?? [0, ''];
    const rows = await file<readonly SearchRow[]>(name);
    const [kind, path, href, confidence, text] = rows[at - first] ?? ['', '', '', '', ''];
    return { kind, name: nameAt(at), path, href, confidence, text };
  };

  /** The words of the paths and texts, where all entries stand in one file. */
  let lines: Promise<{ path: string; text: string }[]> | undefined;
  const readLines = async () => {
    const rows = await file<readonly SearchRow[]>(start.entries[0]?.[1] ?? '');
    const line = (text: string): string => ` ${searchWords(text).join(' ')} `;
    return rows.map(([, path, , , text]) => ({ path: line(path), text: line(text) }));
  };

  /**
   * Entries whose path or text has a word that begins so; a word of one or two letters must be whole, and a part of a
   * run may stand anywhere in it.
   */
  const inLines = async (word: string): Promise<Scores> => {
    if (start.words.length > 0) {
      const parts = searchedParts(word).filter((part) => !start.common.includes(part));
      return inAll(await Promise.all(parts.map(inFiles)), Math.min);
    }
    const scores: Scores = new Map();
    if (start.entries.length === 0) return scores;
    lines ??= readLines();
    lines.catch(() => {
      lines = undefined;
    });
    const part = isRun(word) ? word : word.length > 2 ? ` ${word}` : ` ${word} `;
    (await lines).forEach(({ path, text }, at) => {
      if (path.includes(part)) scores.set(at, PATH);
      else if (text.includes(part)) scores.set(at, TEXT);
    });
    return scores;
  };

  /** The same where words stand in files, of a word or of a part of a run. */
  const inFiles = async (word: string): Promise<Scores> => {
    const scores: Scores = new Map();
    const isBegun = word.length > 2 || isRun(word);
    const fits = (one: string): boolean => (isBegun ? one.startsWith(word) : one === word);
    const wanted = start.words.filter(([begin], i) => {
      const end = start.words[i + 1]?.[0];
      return (begin <= word || fits(begin)) && (end === undefined || end > word);
    });
    const files = await Promise.all(
      wanted.slice(0, MAX_WORD_FILES).map(([, name]) => file<SearchWordFile>(name)),
    );
    for (const [one, [path, text]] of files.flatMap((words) => Object.entries(words))) {
      if (!fits(one)) continue;
      for (const at of positions(text)) raise(scores, at, TEXT);
      for (const at of positions(path)) raise(scores, at, PATH);
    }
    return scores;
  };

  /** What is asked is a name, or several words that are all wanted. */
  const byWords = async (words: readonly string[], signs: string): Promise<Scores> => {
    const whole = words.join('');
    const scores = byName(names, whole, signs);
    for (const [tag, at] of start.tags) if (searchWords(tag).join('') === whole) raise(scores, at, TAG);
    const isTelling = (word: string): boolean =>
      searchedParts(word).some((part) => !start.common.includes(part));
    const asked = [...new Set(words.filter(isTelling))];
    const each = await Promise.all(
      asked.map(async (word) => {
        const found = asked.length === 1 && word === whole ? new Map(scores) : byName(names, word);
        for (const [at, score] of await inLines(word)) raise(found, at, score);
        return found;
      }),
    );
    const mean = (...all: number[]): number => all.reduce((sum, one) => sum + one) / all.length;
    for (const [at, score] of inAll(each, mean)) raise(scores, at, score);
    return scores;
  };

  return async (query, limit) => {
    const words = searchWords(query);
    const whole = words.join('');
    const signs = searchSigns(query);
    if (signs === '') return { total: 0, hits: [] };
    const scores = whole === '' ? bySigns(names, signs) : await byWords(words, signs);
    const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, limit);
    const hits = await Promise.all(best.map(async ([at, score]) => ({ score, hit: await hit(at) })));
    // A whole path names one thing, whatever else holds the same words.
    const isPath = ({ hit: { path } }: (typeof hits)[number]): number =>
      path !== '' && searchWords(path).join('') === whole ? 1 : 0;
    hits.sort((a, b) => isPath(b) - isPath(a));
    return { total: scores.size, hits: hits.map((one) => one.hit) };
  };
}

/** By what a word is looked up: the last letter of a run tells nothing that its neighbours do not. */
function searchedParts(word: string): string[] {
  const parts = searchParts(word);
  return parts.length > 1 ? parts.slice(0, -1) : parts;
}

/** What each of several searches has found, with what its scores make together. */
function inAll(each: readonly Scores[], score: (...all: number[]) => number): Scores {
  const all: Scores = new Map();
  const [least, ...others] = [...each].sort((a, b) => a.size - b.size);
  for (const [at, first] of least ?? []) {
    const rest = others.map((one) => one.get(at) ?? 0);
    if (!rest.includes(0)) all.set(at, score(first, ...rest));
  }
  return all;
}

function namesOf({ names, aliases }: SearchStart): { names: Name[]; nameAt: (at: number) => string } {
  const all: Name[] = [];
  let first = 0;
  names.forEach((name, i) => {
    if (typeof name === 'number') return;
    const next = names[i + 1];
    const count = typeof next === 'number' ? next : 1;
    all.push(nameOf(name, first, count));
    first += count;
  });
  const own = [...all];
  return {
    names: [...all, ...aliases.map(([name, at]) => nameOf(name, at, 1))],
    nameAt: (at) => own.findLast((one) => one.first <= at)?.name ?? '',
  };
}

function nameOf(name: string, first: number, count: number): Name {
  const words = searchWords(name);
  const rests = words.slice(1).map((_, i) => words.slice(i + 1).join(''));
  const parts = words.length > 1 ? [...new Set([...rests, ...words])] : [];
  return { name, whole: words.join(''), rests, parts, first, count };
}

function mark(scores: Scores, { first, count }: Name, score: number): void {
  if (score > 0) for (let at = first; at < first + count; at++) raise(scores, at, score);
}

/** The entries whose name is made of signs, or has these. */
function bySigns(names: readonly Name[], signs: string): Scores {
  const scores: Scores = new Map();
  for (const name of names) {
    const own = searchSigns(name.name);
    const share = (SPAN * signs.length) / Math.max(1, own.length);
    if (own === signs) mark(scores, name, EXACT);
    else if (own.startsWith(signs)) mark(scores, name, PREFIX + share);
    else if (own.includes(signs)) mark(scores, name, INSIDE + share);
  }
  return scores;
}

/**
 * The entries whose name has the word; where none has, those whose name is a typing error away.
 * @param signs the query with its signs: of names with the same words, the one comes first that has them too
 */
function byName(names: readonly Name[], word: string, signs = word): Scores {
  const scores: Scores = new Map();
  for (const name of names) {
    const isSame = signs !== word && name.whole === word && searchSigns(name.name) === signs;
    mark(scores, name, nameScore(name, word) + (isSame ? SIGNS : 0));
  }
  const limit = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (scores.size > 0 || limit === 0) return scores;
  for (const name of names) {
    const errors = searchDistance(word, name.whole, limit);
    if (errors <= limit) mark(scores, name, FUZZY - errors);
    else if (name.parts.some((part) => searchDistance(word, part, limit) <= limit))
      mark(scores, name, FUZZY_PART);
  }
  return scores;
}

function nameScore({ whole, rests }: Name, word: string): number {
  if (whole === word) return EXACT;
  const share = (SPAN * word.length) / Math.max(1, whole.length);
  if (whole.startsWith(word)) return PREFIX + share;
  if (rests.some((rest) => rest.startsWith(word))) return WORD + share;
  return (word.length > 2 || isRun(word)) && whole.includes(word) ? INSIDE + share : 0;
}

function raise(scores: Scores, at: number, score: number): void {
  if ((scores.get(at) ?? 0) < score) scores.set(at, score);
}

function positions(distances: string): number[] {
  let at = 0;
  return distances === '' ? [] : distances.split(' ').map((one) => (at += Number.parseInt(one, 36)));
}
