import { guidesOfTerm } from '../../../lib/corpus/guides/guides-of-term.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type GlossaryTerm, glossaryTerms } from './glossary-terms.ts';
import { firstTerms, type TermLink, termIndex } from './linked-prose.ts';

/** A term as the glossary shows it: its definition leads to the other terms in it, and on to the guides that use it. */
export interface GlossaryEntry extends GlossaryTerm {
  /** The other terms in its definition. Their own definitions are on the same page. */
  readonly terms: readonly TermLink[];
  readonly guides: readonly Ref[];
}

/** The entries of the glossary, by the alphabet. */
export function glossaryEntries(publication: Publication, links: Links): GlossaryEntry[] {
  const index = termIndex(publication, links);
  const guides = guidesOfTerm(publication.corpus);
  return glossaryTerms(publication).map((one) => ({
    ...one,
    terms: (firstTerms([one.definition], index)[0] ?? [])
      .filter(({ term }) => term !== one.term)
      .map((link) => ({ ...link, definition: undefined })),
    guides: (guides.get(one.term) ?? []).map(({ id, title }) => ({
      text: title,
      href: links.definition('guide', id),
    })),
  }));
}
