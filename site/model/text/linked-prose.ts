import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { type ProsePart, parseProse, plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Links } from '../links/links.ts';
import { glossaryTerms } from './glossary-terms.ts';

/** A term of the glossary that a text uses, with its definition and where to find it. */
export interface TermLink {
  readonly term: string;
  readonly href: string;
  /** The definition without markup; undefined where the link alone explains. */
  readonly definition: string | undefined;
}

/** A part of a prose in which terms of the glossary may be links. */
export type LinkedPart =
  | Exclude<ProsePart, { readonly parts: readonly ProsePart[] }>
  | { readonly kind: 'emphasis' | 'strong'; readonly parts: readonly LinkedPart[] }
  | { readonly kind: 'link'; readonly url: string; readonly parts: readonly LinkedPart[] }
  | { readonly kind: 'term'; readonly text: string; readonly link: TermLink };

/** The terms of a glossary, by their words. */
export interface TermIndex {
  readonly exact: Branch;
  readonly anyCase: Branch;
}

interface Branch {
  readonly next: Map<string, Branch>;
  term: TermLink | undefined;
}

// Pages explain confidences beside their marks; in prose their names are mostly ordinary words.
const LEFT_OUT: ReadonlySet<string> = new Set(CONFIDENCES);

const indexes = new WeakMap<Publication, TermIndex>();

/** The terms of a publication's glossary. A term with an upper-case letter is matched with its case. */
export function termIndex(publication: Publication, links: Links): TermIndex {
  let index = indexes.get(publication);
  if (index === undefined) {
    index = indexOf(publication, links);
    indexes.set(publication, index);
  }
  return index;
}

function indexOf(publication: Publication, links: Links): TermIndex {
  const index: TermIndex = { exact: branch(), anyCase: branch() };
  for (const { term, href, definition } of glossaryTerms(publication)) {
    if (LEFT_OUT.has(term)) continue;
    const exact = term !== term.toLowerCase();
    let at = exact ? index.exact : index.anyCase;
    for (const { text } of wordsOf(term)) {
      const next = at.next.get(text) ?? branch();
      at.next.set(text, next);
      at = next;
    }
    at.term ??= { term, href: `${links.page('glossary/')}${href}`, definition: plainProse(definition) };
  }
  return index;
}

const branch = (): Branch => ({ next: new Map(), term: undefined });

/**
 * For each text of a page, in reading order, the terms that it is the first to use. Only whole words match, the longest
 * term first; code and links are skipped.
 */
export function firstTerms(texts: readonly string[], index: TermIndex): (readonly TermLink[])[] {
  const seen = new Set<TermLink>();
  return texts.map((text) => {
    const first: TermLink[] = [];
    const look = (parts: readonly ProsePart[]): void => {
      for (const part of parts) {
        if (part.kind === 'emphasis' || part.kind === 'strong') look(part.parts);
        if (part.kind !== 'text') continue;
        for (const { link } of occurrences(part.text, index)) {
          if (seen.has(link)) continue;
          seen.add(link);
          first.push(link);
        }
      }
    };
    parseProse(text).forEach(look);
    return first;
  });
}

/** A prose as paragraphs of parts, in which the first occurrence of each of the terms is a link. */
export function linkedProse(text: string, terms: readonly TermLink[], index: TermIndex): LinkedPart[][] {
  const open = new Map(terms.map((one) => [one.term, one]));
  const link = (parts: readonly ProsePart[]): LinkedPart[] =>
    parts.flatMap((part): LinkedPart[] => {
      if (part.kind === 'emphasis' || part.kind === 'strong') return [{ ...part, parts: link(part.parts) }];
      return part.kind === 'text' ? split(part.text, open, index) : [part];
    });
  const paragraphs = parseProse(text);
  return terms.length === 0 ? paragraphs : paragraphs.map(link);
}

function split(text: string, open: Map<string, TermLink>, index: TermIndex): LinkedPart[] {
  const parts: LinkedPart[] = [];
  let at = 0;
  for (const { start, end, link: found } of occurrences(text, index)) {
    const link = open.get(found.term);
    if (link === undefined) continue;
    open.delete(found.term);
    if (start > at) parts.push({ kind: 'text', text: text.slice(at, start) });
    parts.push({ kind: 'term', text: text.slice(start, end), link });
    at = end;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly link: TermLink;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

// A hyphen joins words: `call` is not found in `call-id`.
const WORD = /[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/gu;

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ text: word, start: index }));

// Each word is followed only as far as a term goes, so the time does not depend on the size of the glossary.
function occurrences(text: string, index: TermIndex): Occurrence[] {
  const words = wordsOf(text);
  const found: Occurrence[] = [];
  for (let i = 0; i < words.length; ) {
    const exact = longestAt(text, words, i, index.exact, (word) => word);
    const anyCase = longestAt(text, words, i, index.anyCase, (word) => word.toLowerCase());
    const best = (exact?.length ?? 0) >= (anyCase?.length ?? 0) ? exact : anyCase;
    const [first, last] = [words[i], words[i + (best?.length ?? 1) - 1]];
    if (best !== undefined && first !== undefined && last !== undefined) {
      found.push({ start: first.start, end: last.start + last.text.length, link: best.link });
    }
    i += best?.length ?? 1;
  }
  return found;
}

function longestAt(
  text: string,
  words: readonly Word[],
  from: number,
  root: Branch,
  key: (word: string) => string,
): { length: number; link: TermLink } | undefined {
  let best: { length: number; link: TermLink } | undefined;
  let at: Branch | undefined = root;
  for (let i = from; i < words.length; i++) {
    const [word, before] = [words[i] as Word, words[i - 1]];
    if (i > from && before !== undefined && !isBlank(text, before.start + before.text.length, word.start)) {
      break;
    }
    at = at.next.get(key(word.text));
    if (at === undefined) break;
    if (at.term !== undefined) best = { length: i - from + 1, link: at.term };
  }
  return best;
}

const isBlank = (text: string, from: number, to: number): boolean => text.slice(from, to).trim() === '';
