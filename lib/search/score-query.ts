import type { SearchNames } from './search-names.ts';
import { intersectScores, mergeScores, raiseScore, SCORES, type SearchScores } from './search-scores.ts';
import type { SearchStart } from './search-start.ts';
import type { SearchTexts } from './search-texts.ts';
import { type PastedParts, pastedParts } from './words/pasted-parts.ts';
import { queryWords, withoutFormat, wordForms } from './words/query-words.ts';
import { searchSigns, searchWords } from './words/search-words.ts';

/** An index, opened. */
export interface OpenIndex {
  readonly start: SearchStart;
  readonly names: SearchNames;
  readonly texts: SearchTexts;
}

/** What a query finds. */
export interface QueryScores {
  readonly scores: SearchScores;
  /** Whether nothing has all of its words, and the entries have only some. */
  readonly isPartial: boolean;
}

/**
 * The entries that a query finds, with their scores. A query is a name, several words, or a stanza that was pasted; one
 * of punctuation alone is compared with names.
 */
export async function scoreQuery(query: string, index: OpenIndex): Promise<QueryScores> {
  const signs = searchSigns(query);
  if (searchWords(query).length === 0) return { scores: index.names.bySigns(signs), isPartial: false };
  const pasted = pastedParts(query);
  return pasted === undefined ? byWords(query, signs, index) : byPasted(pasted, index);
}

async function byWords(query: string, signs: string, index: OpenIndex): Promise<QueryScores> {
  const { start, names, texts } = index;
  const whole = searchWords(query).join('');
  const scores = names.byWord(whole, signs);
  for (const [at, score] of names.byTitle(query)) raiseScore(scores, at, score);
  // The page of a definition leads to its files, whatever else has the word.
  for (const [at, score] of names.byTitle(withoutFormat(query))) raiseScore(scores, at, score - SCORES.form);
  const { wanted, extra } = queryWords(query);
  const rare = wanted.filter((word) => !texts.isCommon(word));
  const isOne = rare.length === 1 && rare[0] === whole;
  const each = await Promise.all(
    rare.map(async (word) => withTexts(isOne ? new Map(scores) : names.byWord(word), word, index)),
  );
  const full = intersectScores(each, mean);
  const isPartial = full.size === 0 && scores.size === 0 && rare.length > 1;
  const found = isPartial ? mergeScores(each) : full;
  for (const [at, score] of found) raiseScore(scores, at, score);
  for (const at of [...allNamed(each, start.terms), ...allNamed(each, start.clients)])
    raiseScore(scores, at, SCORES.exact / each.length);
  for (const [at, score] of extra.flatMap((word) => [...names.byWord(word)])) {
    const before = scores.get(at);
    if (score >= SCORES.exact && before !== undefined) scores.set(at, before + SCORES.path);
  }
  if (rare.length > 1) addTo(scores, new Set(start.tags.map(([, at]) => at)), SCORES.stanza);
  addTo(scores, new Set(start.captures), -SCORES.capture);
  return { scores, isPartial };
}

/** Adds to the scores of some entries, unless these have the name that is looked for. */
function addTo(scores: SearchScores, some: ReadonlySet<number>, more: number): void {
  for (const at of some) {
    const score = scores.get(at);
    if (score !== undefined && score < SCORES.prefix) scores.set(at, Math.max(1, score + more));
  }
}

/** The terms or implementations that a query lists: each of its words is one, so that no text need have the others. */
function allNamed(each: readonly SearchScores[], some: readonly number[]): readonly number[] {
  const named = each.map((found) => some.filter((at) => (found.get(at) ?? 0) >= SCORES.exact));
  return named.length > 1 && named.every(({ length }) => length > 0) ? named.flat() : [];
}

/** Adds the entries that have a word in their path or text, or another form of it. */
async function withTexts(
  found: SearchScores,
  word: string,
  { names, texts }: OpenIndex,
): Promise<SearchScores> {
  for (const [at, score] of await texts.byWord(word)) raiseScore(found, at, score);
  for (const form of wordForms(word)) {
    const others = [...names.byWord(form), ...(await texts.byWord(form))];
    for (const [at, score] of others) {
      if (score > SCORES.typo) raiseScore(found, at, score - SCORES.form);
    }
  }
  return found;
}

/** The stanza that was pasted first, then its parts in their order, then whatever else has its tag. */
async function byPasted({ tags, attributes }: PastedParts, index: OpenIndex): Promise<QueryScores> {
  const { start, names, texts } = index;
  const scores: SearchScores = new Map();
  const payload = tags.find((tag) => !start.envelopes.includes(tag)) ?? tags[0] ?? '';
  const exact = (name: string): (readonly [at: number, score: number])[] =>
    [...names.byWord(searchWords(name).join(''))].filter(([, score]) => score >= SCORES.exact);
  const stanzas = new Set(start.tags.map(([, at]) => at));
  for (const [at, score] of exact(payload)) {
    raiseScore(scores, at, stanzas.has(at) ? SCORES.pasted + score : SCORES.pasted);
  }
  const inside = await texts.byWord(searchWords(payload).at(-1) ?? '');
  const others = [...tags.filter((tag) => tag !== payload), ...attributes];
  others.forEach((name, i) => {
    for (const [at] of exact(name)) {
      // In the stanza itself, or in something whose text names it.
      const near = inside.get(at);
      if (near !== undefined) raiseScore(scores, at, SCORES.pasted + near - i / others.length);
    }
  });
  if (scores.size > 0) return { scores, isPartial: false };
  return { scores: mergeScores([...tags, ...attributes].map((name) => names.byWord(name))), isPartial: true };
}

const mean = (...all: number[]): number => all.reduce((sum, one) => sum + one) / all.length;
