import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Links } from '../links/links.ts';
import { type TermIndex, termIndex } from './linked-prose.ts';

/** The links that a text can contain. */
export interface TextLinks {
  /** The page of a name in code. */
  readonly word: Links['word'];
  /** The terms of the glossary. */
  readonly terms: TermIndex;
}

/** The links that texts of a publication can contain. */
export function textLinksOf(publication: Publication, links: Links): TextLinks {
  return { word: links.word, terms: termIndex(publication, links) };
}
