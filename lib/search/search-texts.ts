import { once } from './once.ts';
import { intersectScores, raiseScore, SCORES, type SearchScores } from './search-scores.ts';
import type { SearchRow, SearchStart, SearchWordFile } from './search-start.ts';
import { isRun, searchParts, searchWords } from './words/search-words.ts';

/** The words in the paths and texts of the entries, which are in files of their own. */
export interface SearchTexts {
  /**
   * The entries whose path or text has a word that begins so. A word of one or two letters must match as a whole; a
   * word of a script without spaces may be anywhere in the text.
   */
  byWord(word: string): Promise<SearchScores>;
  /** Whether a word is in so many entries that it distinguishes none. */
  isCommon(word: string): boolean;
}

/** Reads a file of the index by its name. */
export type ReadSearchFile = <T>(name: string) => Promise<T>;

/** At most this many files of words are read for one word; a longer word needs fewer. */
const MAX_WORD_FILES = 3;

export function searchTexts(start: SearchStart, read: ReadSearchFile): SearchTexts {
  const rows = once(() => readLines(start, read));
  const isUncommon = (part: string): boolean => !start.common.includes(part);
  return {
    async byWord(word) {
      if (start.words.length === 0) {
        return start.entries.length === 0 ? new Map() : inLines(await rows(), word);
      }
      const parts = lookupParts(word).filter(isUncommon);
      return intersectScores(
        await Promise.all(parts.map((part) => inWordFiles(start, read, part))),
        Math.min,
      );
    },
    isCommon: (word) => !lookupParts(word).some(isUncommon),
  };
}

/** The words of a path and of a text, with a space around each. */
interface Line {
  readonly path: string;
  readonly text: string;
}

// A small index has all entries in one file, and no files of words.
async function readLines({ entries }: SearchStart, read: ReadSearchFile): Promise<Line[]> {
  const rows = await read<readonly SearchRow[]>(entries[0]?.[1] ?? '');
  const line = (text: string): string => ` ${searchWords(text).join(' ')} `;
  return rows.map(([, path, , , text, more = '']) => ({ path: line(path), text: line(`${text} ${more}`) }));
}

function inLines(lines: readonly Line[], word: string): SearchScores {
  const scores: SearchScores = new Map();
  const part = isRun(word) ? word : word.length > 2 ? ` ${word}` : ` ${word} `;
  lines.forEach(({ path, text }, at) => {
    if (path.includes(part)) scores.set(at, SCORES.path);
    else if (text.includes(part)) scores.set(at, SCORES.text);
  });
  return scores;
}

async function inWordFiles(start: SearchStart, read: ReadSearchFile, word: string): Promise<SearchScores> {
  const scores: SearchScores = new Map();
  const isPrefix = word.length > 2 || isRun(word);
  const fits = (one: string): boolean => (isPrefix ? one.startsWith(word) : one === word);
  const wanted = start.words.filter(([begin], i) => {
    const end = start.words[i + 1]?.[0];
    return (begin <= word || fits(begin)) && (end === undefined || end > word);
  });
  const files = await Promise.all(
    wanted.slice(0, MAX_WORD_FILES).map(([, name]) => read<SearchWordFile>(name)),
  );
  for (const [one, [path, text]] of files.flatMap((words) => Object.entries(words))) {
    if (!fits(one)) continue;
    for (const at of positions(text)) raiseScore(scores, at, SCORES.text);
    for (const at of positions(path)) raiseScore(scores, at, SCORES.path);
  }
  return scores;
}

/** The parts under which a word is in the index. The last letter of a run adds nothing to the pairs before it. */
function lookupParts(word: string): string[] {
  const parts = searchParts(word);
  return parts.length > 1 ? parts.slice(0, -1) : parts;
}

function positions(distances: string): number[] {
  let at = 0;
  return distances === '' ? [] : distances.split(' ').map((one) => (at += Number.parseInt(one, 36)));
}
