import { once } from './once.ts';
import { scoreQuery } from './score-query.ts';
import { searchNames } from './search-names.ts';
import { searchPlaces } from './search-places.ts';
import { SCORES, type SearchScores } from './search-scores.ts';
import { SEARCH_START, type SearchRow, type SearchStart } from './search-start.ts';
import { type ReadSearchFile, searchTexts } from './search-texts.ts';
import { pastedParts } from './words/pasted-parts.ts';
import { searchSigns, searchWords } from './words/search-words.ts';

/** A result. */
export interface SearchHit {
  readonly kind: string;
  /** What readers call its kind. */
  readonly noun: string;
  readonly name: string;
  readonly path: string;
  readonly href: string;
  readonly confidence: string;
  readonly text: string;
  /** Whether an open dispute denies it. */
  readonly isRefuted: boolean;
}

export interface SearchResult {
  /** The number of all matches; hits are the best of them. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Whether nothing has all words of the query, so that these have only some of them. */
  readonly isPartial: boolean;
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

  const refuted = new Set(start.refuted);
  const terms = new Set(start.terms);

  const isOneFile = start.words.length === 0 && start.entries.length === 1;
  const placesFor = once(async () => {
    const rows = isOneFile ? await file<readonly SearchRow[]>(start.entries[0]?.[1] ?? '') : [];
    return searchPlaces(start, rows, names.nameAt);
  });

  const hitAt = async (at: number): Promise<SearchHit> => {
    const [first, name] = start.entries.findLast(([begin]) => begin <= at) ?? [0, ''];
    const rows = await file<readonly SearchRow[]>(name);
    const [kind, path, href, confidence, text] = rows[at - first] ?? ['', '', '', '', ''];
    const noun = start.nouns[kind] ?? kind;
    const hit = { kind, noun, path, href, confidence, isRefuted: refuted.has(at) };
    // Nobody knows a question by its id.
    return kind === 'question' && text !== ''
      ? { ...hit, name: text, text: '' }
      : { ...hit, name: names.nameAt(at), text };
  };

  return async (query, limit) => {
    if (searchSigns(query) === '') return { total: 0, hits: [], isPartial: false };
    const { scores, isPartial } = await scoreQuery(query, { start, names, texts });
    const ranked = inOrder(scores, refuted);
    const best = withNamed(termThird(ranked, terms), refuted, limit);
    const hits = await Promise.all(best.map(([at]) => hitAt(at)));
    // A whole path names one thing, whatever else has the same words.
    const whole = searchWords(query).join('');
    const isPath = ({ path }: SearchHit): number =>
      path !== '' && searchWords(path).join('') === whole ? 1 : 0;
    hits.sort((a, b) => isPath(b) - isPath(a));
    // What is shared has one entry, at its own page; a query that names a place is answered with the place.
    const places = pastedParts(query) === undefined ? (await placesFor())(query) : [];
    if (places.length === 0) return { total: scores.size, hits, isPartial };
    const there = await Promise.all(
      places.map(async ({ at, path, href }) => ({ ...(await hitAt(at)), path, href })),
    );
    return { total: scores.size + there.length, hits: [...there, ...hits].slice(0, limit), isPartial: false };
  };
}

type Scored = readonly [at: number, score: number];

/** The best first; what a dispute denies comes after everything else. */
const inOrder = (scores: SearchScores, refuted: ReadonlySet<number>): Scored[] =>
  [...scores].sort(([a, x], [b, y]) => Number(refuted.has(a)) - Number(refuted.has(b)) || y - x || a - b);

/** A shorter list has room for the best alone. */
const FEW = 6;

/** The best; what a dispute denies is the last of them if it has the very name, so that a reader learns that it is denied. */
function withNamed(
  ranked: readonly Scored[],
  refuted: ReadonlySet<number>,
  limit: number,
): readonly Scored[] {
  const best = ranked.slice(0, limit);
  const named = ranked.slice(limit).find(([at, score]) => refuted.has(at) && score >= SCORES.exact);
  return named === undefined || limit < FEW ? best : [...best.slice(0, -1), named];
}

/** Where a term comes at the latest, if the query is its name: it says what the facts of that name are. */
const TERM_PLACE = 2;

function termThird(ranked: readonly Scored[], terms: ReadonlySet<number>): readonly Scored[] {
  const place = ranked.findIndex(([at, score]) => terms.has(at) && score >= SCORES.exact);
  const term = ranked[place];
  if (term === undefined || place <= TERM_PLACE) return ranked;
  return [
    ...ranked.slice(0, TERM_PLACE),
    term,
    ...ranked.slice(TERM_PLACE, place),
    ...ranked.slice(place + 1),
  ];
}

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
