import { safeUrl } from './safe-url.ts';

/** A part of prose: text, code, emphasis, or a link to an https address. */
export type ProsePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly parts: readonly ProsePart[] }
  | { readonly kind: 'link'; readonly url: string; readonly parts: readonly ProsePart[] };

/** The maximal length of emphasis and of a link's text. It keeps parsing linear. */
const MAX_SPAN = 400;

/** The maximal length of a link's address. */
const MAX_URL = 2000;

/**
 * Parses prose into paragraphs (separated by blank lines) of parts. The only markup is `code`, *emphasis*, **strong**
 * and [text](https://…); everything else is text, HTML tags included. So are markup that is not closed and links to
 * anything but a safe https address.
 */
export function parseProse(text: string): ProsePart[][] {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => parseInline(paragraph, true));
}

/** Prose without its markup, on one line: for titles, descriptions and search. */
export function plainProse(text: string): string {
  const words = (parts: readonly ProsePart[]): string =>
    parts.map((part) => ('parts' in part ? words(part.parts) : part.text)).join('');
  return parseProse(text).map(words).join(' ').replace(/\s+/g, ' ').trim();
}

const MARK = /[`*[]/g;

function parseInline(text: string, links: boolean): ProsePart[] {
  const parts: ProsePart[] = [];
  let plain = '';
  const push = (part: ProsePart): void => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push(part);
  };
  let at = 0;
  while (at < text.length) {
    MARK.lastIndex = at;
    const mark = MARK.exec(text);
    if (mark === null) break;
    plain += text.slice(at, mark.index);
    const span = spanAt(text, mark.index, links);
    if (span === undefined) {
      plain += mark[0];
      at = mark.index + 1;
    } else {
      push(span.part);
      at = span.end;
    }
  }
  plain += text.slice(at);
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

interface Span {
  readonly part: ProsePart;
  readonly end: number;
}

function spanAt(text: string, at: number, links: boolean): Span | undefined {
  if (text[at] === '`') {
    const end = text.slice(at + 1, at + 1 + MAX_SPAN).indexOf('`');
    return end < 1
      ? undefined
      : { part: { kind: 'code', text: text.slice(at + 1, at + 1 + end) }, end: at + end + 2 };
  }
  const window = text.slice(at, at + MAX_SPAN);
  if (text[at] === '*') {
    const strong = /^\*\*(?=\S)([^*]+)(?<=\S)\*\*/.exec(window);
    const match = strong ?? /^\*(?=[^\s*])([^*]+)(?<=\S)\*(?![\w*])/.exec(window);
    if (match === null || /[\w*]/.test(text[at - 1] ?? '')) return undefined;
    const parts = parseInline(match[1] ?? '', links);
    return { part: { kind: strong === null ? 'emphasis' : 'strong', parts }, end: at + match[0].length };
  }
  return links ? linkAt(text, at, window) : undefined;
}

function linkAt(text: string, at: number, window: string): Span | undefined {
  const close = window.indexOf(']');
  const label = window.slice(1, Math.max(1, close));
  if (label === '' || label.includes('\n') || text[at + close + 1] !== '(') return undefined;
  const start = at + close + 2;
  const address = /^([^()\s]+)\)/.exec(text.slice(start, start + MAX_URL + 1))?.[1];
  const url = address === undefined ? undefined : safeUrl(address);
  if (address === undefined || url === undefined) return undefined;
  return {
    part: { kind: 'link', url, parts: parseInline(label, false) },
    end: start + address.length + 1,
  };
}
