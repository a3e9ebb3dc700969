import type { Span } from './line-prefixes.ts';

/** The longest possible prefix. */
const MAX_PREFIX = 300;
/** The most lines that one stanza has. */
const MAX_LINES = 5000;

/**
 * Finds the prefix that a tool (a process manager, a container, the system log) puts before each line of a
 * multi-line stanza. It knows no particular tool: the prefix is the text before the unclosed beginning of a stanza
 * that the following lines share, apart from numbers. The first line keeps its prefix, which may tell the direction.
 */
export function repeatedPrefixes(text: string, lines: readonly Span[]): Span[] {
  const found: Span[] = [];
  let budget = 3 * lines.length + 1000;
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index] as Span;
    const next = lines[index + 1] as Span;
    if (!mayBegin(text, line, next)) continue;
    const content = contentOf(text, line);
    if (content === undefined || isClosed(text, content, line.end)) continue;
    const common = commonPrefix(text, line.start, content, next);
    const end = common === undefined ? undefined : boundary(text, line.start, common.first);
    if (end === undefined) continue;
    const run = runOf(text, lines, index, content, end, Math.min(budget, MAX_LINES));
    budget -= run.looked;
    if (run.spans.length === 0) continue;
    found.push(...run.spans);
    index += run.spans.length;
  }
  return found;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A quick test: whether two lines may begin alike, and not with a stanza. */
function mayBegin(text: string, line: Span, next: Span): boolean {
  const a = text.charCodeAt(line.start);
  const b = text.charCodeAt(next.start);
  // Right-aligned numbers.
  if (a === 32 && b <= 57) return isDigit(firstCode(text, line)) && isDigit(firstCode(text, next));
  if (a <= 32 || line.end === line.start || next.end === next.start) return false;
  if (a === 123 || (a === 60 && !isDigit(text.charCodeAt(line.start + 1)))) return false;
  return a === b || (isWord(a) && isWord(b));
}

/** The first character of a line that is not a blank, if it is near the beginning. */
function firstCode(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && at - start < 12 && text.charCodeAt(at) === 32) at++;
  return text.charCodeAt(at);
}

const isWord = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const OPENS = /<(?=[\p{L}_:])|\{|\[(?=\s*$|\s*[[{"'])|\((?=\s*$)/u;

/** Where in a line a stanza may begin. */
function contentOf(text: string, { start, end }: Span): number | undefined {
  const at = text.slice(start, Math.min(end, start + MAX_PREFIX + 100)).search(OPENS);
  return at <= 0 ? undefined : start + at;
}

/** A quick test: whether an element ends on its line, as in most logs. */
function isClosed(text: string, content: number, end: number): boolean {
  if (text[content] !== '<') return false;
  const last = text[end - 1] === '\r' ? end - 1 : end;
  if (text[last - 1] !== '>') return false;
  const tag = text.slice(content + 1, content + 40).split(/[\s/>]/, 1)[0] ?? '';
  return text.startsWith(`</${tag}>`, last - tag.length - 3);
}

/**
 * How far two lines are alike: equal words, words that both contain digits, and equal characters in between.
 * @returns the end of the common part in each line
 */
function commonPrefix(
  text: string,
  start: number,
  limit: number,
  other: Span,
): { readonly first: number; readonly second: number } | undefined {
  let a = start;
  let b = other.start;
  while (a < limit && b < other.end && a - start < MAX_PREFIX) {
    const code = text.charCodeAt(a);
    const counterpart = text.charCodeAt(b);
    if (isWord(code)) {
      if (!isWord(counterpart)) break;
      const one = wordAt(text, a, limit);
      const two = wordAt(text, b, other.end);
      const numbered = /\d/.test(one) && /\d/.test(two);
      if (one !== two && !(numbered && (one.length === two.length || /^\d+$/.test(one + two)))) break;
      a += one.length;
      b += two.length;
    } else if (code === 32 || code === 9) {
      const one = blanksAt(text, a, limit);
      const two = blanksAt(text, b, other.end);
      if (one === two) {
        a += one;
        b += two;
        continue;
      }
      // Right-aligned numbers.
      const left = wordAt(text, a + one, limit);
      const right = wordAt(text, b + two, other.end);
      if (/^\d+$/.test(left) && /^\d+$/.test(right) && one + left.length === two + right.length) {
        a += one + left.length;
        b += two + right.length;
        continue;
      }
      a += Math.min(one, two);
      b += Math.min(one, two);
      break;
    } else {
      if (code !== counterpart) break;
      a++;
      b++;
    }
  }
  return a === start ? undefined : { first: a, second: b };
}

function wordAt(text: string, at: number, limit: number): string {
  let end = at;
  while (end < limit && end - at < 64 && isWord(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

function blanksAt(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (text[end] === ' ' || text[end] === '\t')) end++;
  return end - at;
}

/** The end of a prefix: behind its last blank or punctuation mark. Undefined if it has none. */
function boundary(text: string, start: number, end: number): number | undefined {
  for (let at = end; at > start + 1; at--) if (/[\s|:>\]#)~-]/.test(text[at - 1] as string)) return at;
  return undefined;
}

/** The prefixes of the lines that continue what a line opens. */
function runOf(
  text: string,
  lines: readonly Span[],
  index: number,
  content: number,
  prefixEnd: number,
  most: number,
): { readonly spans: Span[]; readonly looked: number } {
  const first = lines[index] as Span;
  let open = depthOf(text.slice(content, first.end));
  if (open <= 0) return { spans: [], looked: 1 };
  const opening = text.slice(content, Math.min(first.end, content + 40)).split(/[\s>]/, 1)[0] ?? '';
  const inside = prefixEnd === content ? 0 : content - prefixEnd;
  const spans: Span[] = [];
  let sure = false;
  let looked = 1;
  for (let at = index + 1; at < lines.length && looked < most; at++, looked++) {
    const line = lines[at] as Span;
    const end = endOfPrefix(text, first.start, prefixEnd, line);
    if (end === undefined) break;
    const rest = text.slice(end, line.end);
    // The same stanza begins again, so the first one is never closed in this log.
    if (opening.length > 1 && rest.startsWith(opening, inside) && rest.slice(0, inside).trim() === '') break;
    if (spans.length === 0) sure = /^(?:\s*<\/|\s*[\]})]|[ \t])/.test(rest);
    spans.push({ start: line.start, end });
    open += depthOf(rest);
    if (open <= 0) return { spans, looked };
  }
  return { spans: sure ? spans : [], looked };
}

/** Where the prefix ends in a line that has the same prefix as the first one; undefined if it has not. */
function endOfPrefix(text: string, start: number, prefixEnd: number, line: Span): number | undefined {
  const common = commonPrefix(text, start, prefixEnd, line);
  if (common === undefined) return undefined;
  if (common.first === prefixEnd) return common.second;
  // An empty line ends before the trailing blanks of the prefix.
  const rest = text.slice(common.first, prefixEnd);
  return rest.trim() === '' && text.slice(common.second, line.end).trim() === '' ? line.end : undefined;
}

const MARKS = /<\/[\p{L}_:]|<[\p{L}_:]|\/>|["'](?=[\s>/?,:}\])]|$)|(?<=[=\s:{[(,])["']|[{}[\]()]/gu;

/** How many elements and brackets a part of a line leaves open; negative if it closes more. */
function depthOf(part: string): number {
  let open = 0;
  let quote: string | undefined;
  for (const [mark] of part.matchAll(MARKS)) {
    if (mark === '"' || mark === "'") {
      if (quote === undefined) quote = mark;
      else if (quote === mark) quote = undefined;
    } else if (quote === undefined) {
      if (mark === '/>' || mark.startsWith('</') || '}])'.includes(mark)) open--;
      else open++;
    }
  }
  return open;
}
