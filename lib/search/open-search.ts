import { searchNames } from './search-names.ts';
import { intersectScores, raiseScore, SCORES, type SearchScores } from './search-scores.ts';
import { SEARCH_START, type SearchRow, type SearchStart } from './search-start.ts';
import { type ReadSearchFile, searchTexts } from './search-texts.ts';
import { searchSigns, searchWords } from './search-words.ts';

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
  /** The number of all matches; hits are the best of them. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

export type Search = (query: string, limit: number) => Promise<SearchResult>;

/**
 * Opens an index that searchFiles wrote.
 * @param read gives the parsed JSON of a file by its name; what it throws rejects the search
 */
export async function openSearch(read: (file: string) => Promise<unknown>): Promise<Search> {
  const start = (await read(SEARCH_START)) as SearchStart;
  const file = cachedReader(read);
  const names = searchNames(start);
  const texts = searchTexts(start, file);

  const hitAt = async (at: number): Promise<SearchHit> => {
    const [first, name] = start.entries.findLast(([begin]) => begin <= at) ?? [0, ''];
    const rows = await file<readonly SearchRow[]>(name);
    const [kind, path, href, confidence, text] = rows[at - first] ?? ['', '', '', '', ''];
    return { kind, name: names.nameAt(at), path, href, confidence, text };
  };

  // The query is one name, or several words that must all match.
  const byWords = async (words: readonly string[], signs: string): Promise<SearchScores> => {
    const whole = words.join('');
    const scores = names.byWord(whole, signs);
    for (const [tag, at] of start.tags) {
      if (searchWords(tag).join('') === whole) raiseScore(scores, at, SCORES.tag);
    }
    const wanted = [...new Set(words.filter((word) => !texts.isCommon(word)))];
    const each = await Promise.all(
      wanted.map(async (word) => {
        const found = wanted.length === 1 && word === whole ? new Map(scores) : names.byWord(word);
        for (const [at, score] of await texts.byWord(word)) raiseScore(found, at, score);
        return found;
      }),
    );
    for (const [at, score] of intersectScores(each, mean)) raiseScore(scores, at, score);
    return scores;
  };

  return async (query, limit) => {
    const words = searchWords(query);
    const whole = words.join('');
    const signs = searchSigns(query);
    if (signs === '') return { total: 0, hits: [] };
    const scores = whole === '' ? names.bySigns(signs) : await byWords(words, signs);
    const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, limit);
    const hits = await Promise.all(best.map(([at]) => hitAt(at)));
    // A whole path names one thing, whatever else has the same words.
    const isPath = ({ path }: SearchHit): number =>
      path !== '' && searchWords(path).join('') === whole ? 1 : 0;
    return { total: scores.size, hits: hits.sort((a, b) => isPath(b) - isPath(a)) };
  };
}

const mean = (...all: number[]): number => all.reduce((sum, one) => sum + one) / all.length;

/** Reads each file once; one that could not be read is tried again. */
function cachedReader(read: (file: string) => Promise<unknown>): ReadSearchFile {
  const cache = new Map<string, Promise<unknown>>();
  return <T>(name: string): Promise<T> => {
    const file = cache.get(name) ?? read(name);
    cache.set(name, file);
    file.catch(() => cache.delete(name));
    return file as Promise<T>;
  };
}
