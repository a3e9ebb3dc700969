import { glossaryList } from '../../../lib/corpus/lists/glossary-list.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';

/** A term with its definition and its address. */
export interface GlossaryTerm {
  readonly anchor: string;
  readonly href: string;
  readonly term: string;
  readonly definition: Prose;
}

/** The terms of the glossary, by the alphabet. */
export function glossaryTerms({ corpus }: Publication): GlossaryTerm[] {
  return glossaryList(corpus).map(({ term, definition }) => {
    const anchor = `term-${term.toLowerCase().replace(/\s+/g, '-')}`;
    return { anchor, href: fragment(anchor), term, definition };
  });
}
