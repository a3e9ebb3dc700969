import type { NameFound } from '../../model/source-checks.ts';

/** How many lines before and after those of a source are searched. */
const AROUND = 20;

/** Shorter names, such as `to`, and numbers mean nothing near the lines, unless they stand in quotes. */
const SHORTEST_AROUND = 3;

const isShort = (name: string): boolean => name.length < SHORTEST_AROUND || /^\d+$/.test(name);

/** Shorter names must be a whole identifier; longer ones may be a part of one, such as `busy` of `REASON_BUSY`. */
const SHORTEST_PART = 4;

/** What is longer is data, not the name of anything. */
const LONGEST_IDENTIFIER = 200;

export interface Lines {
  /** All lines of the file. */
  readonly all: readonly string[];
  /** The lines of the source, from 1; both included. */
  readonly from: number;
  readonly to: number;
}

/**
 * Looks for a name that goes over the wire in the lines of a source, and then around them.
 * @param aliases what the code calls it instead
 */
export function findName({ all, from, to }: Lines, name: string, aliases: readonly string[]): NameFound {
  const ways = waysOf(name, aliases);
  const within = all.slice(from - 1, to);
  for (const [how, isIn] of ways) if (within.some(isIn)) return how;
  const isAround = isShort(name)
    ? (line: string) => ['"', "'", '`'].some((quote) => line.includes(quote + name + quote))
    : (line: string) => ways.some(([, isIn]) => isIn(line));
  for (let away = 1; away <= AROUND; away += 1) {
    if ([all[from - 1 - away], all[to - 1 + away]].some((line) => line !== undefined && isAround(line))) {
      return `around ${away}`;
    }
  }
  return 'no';
}

type Way = readonly [how: 'exact' | 'alias' | 'spelling', isIn: (line: string) => boolean];

function waysOf(name: string, aliases: readonly string[]): Way[] {
  const target = wordsOf(name).join('');
  return [
    ['exact', (line) => hasToken(line, name)],
    ['alias', (line) => aliases.some((alias) => hasToken(line, alias))],
    ['spelling', (line) => target !== '' && (hasSpelling(line, target) || hasBytes(line, name))],
  ];
}

const PART_OF_NAME = /[\p{L}\p{N}_-]/u;

/** Whether a text occurs in a line, and not as a part of a longer name. */
function hasToken(line: string, token: string): boolean {
  if (token === '') return false;
  for (let at = line.indexOf(token); at !== -1; at = line.indexOf(token, at + 1)) {
    const before = line[at - 1] ?? '';
    const after = line[at + token.length] ?? '';
    if (!PART_OF_NAME.test(before) && !PART_OF_NAME.test(after)) return true;
  }
  return false;
}

/** Whether an identifier of a line is the name in another spelling, such as CALL_CREATOR or getCallCreator. */
function hasSpelling(line: string, target: string): boolean {
  for (const [identifier] of line.matchAll(/[A-Za-z0-9_-]+/g)) {
    if (identifier.length < target.length || identifier.length > LONGEST_IDENTIFIER) continue;
    const words = wordsOf(identifier);
    // What has hyphens is itself a name on the wire, such as call-id-2.
    if (target.length < SHORTEST_PART || identifier.includes('-')) {
      if (words.join('') === target) return true;
      continue;
    }
    for (const start of words.keys()) {
      let joined = '';
      for (let end = start; end < words.length && joined.length < target.length; end += 1)
        joined += words[end];
      if (joined === target) return true;
    }
  }
  return false;
}

/** Whether a line lists the bytes of a value in hex as numbers, such as `0x01, 0x05, 0xf7, 9`. */
function hasBytes(line: string, value: string): boolean {
  if (!/^(?:[0-9a-f]{2}){4,}$/.test(value)) return false;
  const bytes = [...line.matchAll(/\b(?:0x([0-9a-f]{1,2})|(\d{1,3}))\b/gi)].map(([, hex, decimal]) =>
    (hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)).toString(16).padStart(2, '0'),
  );
  return bytes.join('').includes(value);
}

/** The words of an identifier in lower case: at hyphens, underscores and humps. */
const wordsOf = (identifier: string): string[] =>
  identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
