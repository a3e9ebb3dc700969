import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type FactView, factView } from '../views/fact-view.ts';

/** How many places in code the page of a stanza lists itself: with more it would exceed 20 KB. */
const PLACES_ON_ONE_PAGE = 300;

/** The evidence of each fact of a stanza, on a page of its own. */
export interface SourcesPage {
  readonly stanza: Ref & { readonly href: string };
  /** Each fact, with its address on the page of the stanza. */
  readonly facts: readonly { readonly fact: FactView; readonly at: string }[];
}

/** Whether the places in code of a stanza's facts have a page of their own. */
export function hasSourcesPage(facts: readonly Fact[]): boolean {
  const places = facts.flatMap(({ provenance }) =>
    provenance.sources.filter((source) => parseSource(source).kind === 'flavor'),
  );
  return places.length > PLACES_ON_ONE_PAGE;
}

/**
 * The page of a stanza's sources.
 * @throws when the corpus has no stanza of this id
 */
export function sourcesPage({ corpus }: Publication, links: Links, id: string): SourcesPage {
  const stanza = corpus.definitions.stanza.get(id);
  if (stanza === undefined) throw new Error(`no stanza ${id}`);
  const href = links.definition('stanza', id) ?? '';
  return {
    stanza: { text: stanza.data.display_name, href },
    facts: rowsOf(corpus, 'stanza', id).map((fact) => ({
      fact: factView(fact, { corpus, links }),
      at: `${href}${fragment(fact.anchor)}`,
    })),
  };
}
