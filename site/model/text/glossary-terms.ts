import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Prose } from '../../../lib/schema/types.generated.ts';

/** A word with its meaning and its address. */
export interface GlossaryTerm {
  readonly anchor: string;
  readonly href: string;
  readonly term: string;
  readonly definition: Prose;
}

/** The words of the spec, in the order of its file. */
export function glossaryTerms({ corpus }: Publication): GlossaryTerm[] {
  return [...corpus.definitions.glossary.values()].flatMap(({ data }) =>
    data.terms.map(({ term, definition }) => {
      const anchor = `term-${term.toLowerCase().replace(/\s+/g, '-')}`;
      return { anchor, href: fragment(anchor), term, definition };
    }),
  );
}
