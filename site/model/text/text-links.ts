import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Links } from '../links/links.ts';
import { type TermIndex, termIndex } from './linked-prose.ts';

/** What the words of a prose can lead to. */
export interface TextLinks {
  /** The page of what a word in code names. */
  readonly word: Links['word'];
  /** The terms of the glossary. */
  readonly terms: TermIndex;
}

/** The pages that prose of a publication can lead to. */
export function textLinksOf(publication: Publication, links: Links): TextLinks {
  return { word: links.word, terms: termIndex(publication, links) };
}
