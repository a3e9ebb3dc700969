import { raiseScore, SCORES, type SearchScores } from './search-scores.ts';
import type { SearchStart } from './search-start.ts';
import { stemOf } from './words/query-words.ts';
import { searchDistance } from './words/search-distance.ts';
import { isRun, searchSigns, searchWords } from './words/search-words.ts';

/** The names of an index, which are always in memory. */
export interface SearchNames {
  /** The name of the entry at a position. */
  nameAt(at: number): string;
  /**
   * The entries whose name has a word, or else those whose name is a typing error away from it.
   * @param signs the query with its punctuation: of names with equal words, the one that has it too wins
   */
  byWord(word: string, signs?: string): SearchScores;
  /**
   * The definitions whose title the query is, give or take the ending of a word, or whose title ends with it; and the
   * names of the ledger that it is to the letter.
   */
  byTitle(query: string): SearchScores;
  /** The entries whose name consists of punctuation, or has this punctuation. */
  bySigns(signs: string): SearchScores;
}

/** A name and the range of entries that have it. */
interface Name {
  readonly name: string;
  /** The words of the name run together, and the same from each of its other words on. */
  readonly whole: string;
  readonly rests: readonly string[];
  /** Where a typing error is looked for besides the whole: in the rests and in single words. */
  readonly parts: readonly string[];
  readonly first: number;
  readonly count: number;
  /** What a match of it is worth besides. */
  readonly bonus: number;
  /** Whether only the beginnings of its words match: "hang" is not looked for in "what changed". */
  readonly isPhrase?: boolean;
}

export function searchNames({ names, aliases, keywords, tags, titled, ledger }: SearchStart): SearchNames {
  const own: Name[] = [];
  let first = 0;
  names.forEach((name, i) => {
    if (typeof name === 'number') return;
    const next = names[i + 1];
    const count = typeof next === 'number' ? next : 1;
    own.push(nameOf(name, first, count));
    first += count;
  });
  // A stanza that has the tag alone is more about it than one that has several.
  const tagsOf = (at: number): number => tags.filter((one) => one[1] === at).length;
  const all = [
    ...own,
    ...aliases.map(([name, at]) => phraseOf(name, at, 0)),
    ...keywords.map(([name, at]) => phraseOf(name, at, SCORES.tag)),
    ...tags.map(([name, at]) => nameOf(name, at, 1, SCORES.tag / tagsOf(at))),
  ];
  const [titledAt, ledgerAt] = [new Set(titled), new Set(ledger)];
  const titles = own
    .filter(({ first, count }) =>
      positionsOf(first, count).some((at) => titledAt.has(at) || ledgerAt.has(at)),
    )
    .map(titleOf);
  return {
    nameAt: (at) => own.findLast((one) => one.first <= at)?.name ?? '',
    byWord: (word, signs = word) => byWord(all, word, signs),
    byTitle: (query) => byTitle(titles, query, titledAt, ledgerAt),
    bySigns: (signs) => bySigns(all, signs),
  };
}

function nameOf(name: string, first: number, count: number, bonus = 0): Name {
  const words = searchWords(name);
  const rests = words.slice(1).map((_, i) => words.slice(i + 1).join(''));
  const parts = words.length > 1 ? [...new Set([...rests, ...words])] : [];
  return { name, whole: words.join(''), rests, parts, first, count, bonus };
}

/** A further name of one entry, which may be several words that nothing is called by. */
const phraseOf = (name: string, at: number, bonus: number): Name => ({
  ...nameOf(name, at, 1, bonus),
  isPhrase: name.includes(' '),
});

function raiseAll(scores: SearchScores, { first, count, bonus }: Name, score: number): void {
  if (score > 0) for (let at = first; at < first + count; at++) raiseScore(scores, at, score + bonus);
}

/** A name that a query may be as a whole. */
interface Title extends Name {
  readonly words: readonly string[];
  readonly stems: string;
}

function titleOf(name: Name): Title {
  const words = searchWords(name.name);
  return { ...name, words, stems: words.map(stemOf).join(' ') };
}

const positionsOf = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);

function byTitle(
  names: readonly Title[],
  query: string,
  titled: ReadonlySet<number>,
  ledger: ReadonlySet<number>,
): SearchScores {
  const scores: SearchScores = new Map();
  const words = searchWords(query);
  const stems = words.map(stemOf).join(' ');
  const letters = query.trim();
  for (const { name, first, count, words: own, stems: ownStems } of names) {
    const isTitle = ownStems === stems;
    const isEnd = own.slice(-words.length).join(' ') === words.join(' ');
    if (!isTitle && !isEnd) continue;
    for (const at of positionsOf(first, count)) {
      if (ledger.has(at) && name === letters) scores.set(at, SCORES.exact + SCORES.ledger);
      else if (titled.has(at))
        scores.set(at, isTitle ? SCORES.exact + SCORES.title : SCORES.exact - SCORES.title / 2);
    }
  }
  return scores;
}

function bySigns(names: readonly Name[], signs: string): SearchScores {
  const scores: SearchScores = new Map();
  for (const name of names) {
    const own = searchSigns(name.name);
    const share = (SCORES.span * signs.length) / Math.max(1, own.length);
    if (own === signs) raiseAll(scores, name, SCORES.exact);
    else if (own.startsWith(signs)) raiseAll(scores, name, SCORES.prefix + share);
    else if (own.includes(signs)) raiseAll(scores, name, SCORES.inside + share);
  }
  return scores;
}

function byWord(names: readonly Name[], word: string, signs: string): SearchScores {
  const scores: SearchScores = new Map();
  for (const name of names) {
    const hasSigns = signs !== word && name.whole === word && searchSigns(name.name) === signs;
    raiseAll(scores, name, nameScore(name, word) + (hasSigns ? SCORES.signs : 0));
  }
  const limit = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (scores.size > 0 || limit === 0) return scores;
  for (const name of names) {
    const errors = searchDistance(word, name.whole, limit);
    if (errors <= limit) raiseAll(scores, name, SCORES.typo - errors);
    else if (name.parts.some((part) => searchDistance(word, part, limit) <= limit))
      raiseAll(scores, name, SCORES.typoInPart);
  }
  return scores;
}

function nameScore({ whole, rests, isPhrase = false }: Name, word: string): number {
  if (whole === word) return SCORES.exact;
  const share = (SCORES.span * word.length) / Math.max(1, whole.length);
  if (whole.startsWith(word)) return SCORES.prefix + share;
  if (rests.some((rest) => rest.startsWith(word))) return SCORES.word + share;
  if (isPhrase) return 0;
  return (word.length > 2 || isRun(word)) && whole.includes(word) ? SCORES.inside + share : 0;
}
