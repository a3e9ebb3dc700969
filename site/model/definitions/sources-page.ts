import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import { isHeaviest } from '../links/has-sources-page.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { SharedFacts, type SharedPart } from '../nodes/shared-part.ts';
import { type FactView, factView } from '../views/fact-view.ts';

/** The evidence of each fact of a stanza or a shared node, on a page of its own. */
export interface SourcesPage {
  readonly definition: Ref & { readonly href: string };
  /** Each fact, with its address on the page of the definition. */
  readonly facts: readonly { readonly fact: FactView; readonly at: string }[];
  /** What it takes from its envelope, if its own page only names that. */
  readonly envelope: SharedPart | undefined;
}

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
  const shared = new SharedFacts(entry, corpus, links, { heavy: true, heaviest: false }).in('');
  return {
    definition: { text: titleOf(entry), href },
    facts: (corpus.factsOf[kind].get(id) ?? []).map((fact) => ({
      fact: factView(fact, { corpus, links }),
      at: `${href}${fragment(fact.anchor)}`,
    })),
    envelope: isHeaviest(corpus, kind, id) && shared.rows.length > 0 ? shared : undefined,
  };
}
