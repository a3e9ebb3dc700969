import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type FactView, factView } from '../views/fact-view.ts';

/** How many places in code the page of a definition lists itself: with more it would exceed 20 KB. */
const PLACES_ON_ONE_PAGE = 300;

/** The evidence of each fact of a stanza or a shared node, on a page of its own. */
export interface SourcesPage {
  readonly definition: Ref & { readonly href: string };
  /** Each fact, with its address on the page of the definition. */
  readonly facts: readonly { readonly fact: FactView; readonly at: string }[];
}

/** Whether the places in code of a definition's own facts have a page of their own. */
export function hasSourcesPage(facts: readonly Fact[]): boolean {
  const places = facts.flatMap(({ provenance }) =>
    provenance.sources.filter((source) => parseSource(source).kind === 'flavor'),
  );
  return places.length > PLACES_ON_ONE_PAGE;
}

/** The stanzas and shared nodes whose sources have a page of their own. */
export const withSourcesPage = ({
  factsOf,
}: Publication['corpus']): { kind: 'stanza' | 'node'; id: string }[] =>
  (['stanza', 'node'] as const).flatMap((kind) =>
    [...factsOf[kind]].flatMap(([id, facts]) => (hasSourcesPage(facts) ? [{ kind, id }] : [])),
  );

/**
 * The page of the sources of a stanza or a shared node.
 * @throws when the corpus has none of this id
 */
export function sourcesPage(
  { corpus }: Publication,
  links: Links,
  kind: 'stanza' | 'node',
  id: string,
): SourcesPage {
  const entry = corpus.definitions[kind].get(id);
  if (entry === undefined) throw new Error(`no ${kind} ${id}`);
  const href = links.definition(kind, id) ?? '';
  return {
    definition: { text: titleOf(entry), href },
    facts: (corpus.factsOf[kind].get(id) ?? []).map((fact) => ({
      fact: factView(fact, { corpus, links }),
      at: `${href}${fragment(fact.anchor)}`,
    })),
  };
}
