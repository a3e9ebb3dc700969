import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';

/** How many places in code the page of a definition lists itself: with more it would exceed 20 KB. */
const PLACES_ON_ONE_PAGE = 300;

/** Whether the places in code of a definition's own facts have a page of their own. */
export function hasSourcesPage(facts: readonly Fact[]): boolean {
  const places = facts.flatMap(({ provenance }) =>
    provenance.sources.filter((source) => parseSource(source).kind === 'flavor'),
  );
  return places.length > PLACES_ON_ONE_PAGE;
}

/** The stanzas and shared nodes whose sources have a page of their own. */
export const withSourcesPage = ({ factsOf }: Corpus): { kind: 'stanza' | 'node'; id: string }[] =>
  (['stanza', 'node'] as const).flatMap((kind) =>
    [...factsOf[kind]].flatMap(([id, facts]) => (hasSourcesPage(facts) ? [{ kind, id }] : [])),
  );
