import { rowsOf } from '../../../lib/corpus/facts/rows-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { sourcesOfFact } from '../../../lib/corpus/sources/sources-of-fact.ts';

/** How many sources and facts a page lists itself: with more it would exceed 23.5 KB. */
const ON_ONE_PAGE = 110;

/** With more than this, it would do so even without the sources: what other pages have as well is then left to them. */
const HEAVIEST = 235;

/** Whether the evidence of a definition's own facts has a page of its own. */
export const hasSourcesPage = (corpus: Corpus, kind: 'stanza' | 'node', id: string): boolean =>
  sizeOf(corpus, kind, id) > ON_ONE_PAGE;

/** Whether the page of a definition is too heavy even without its evidence. */
export const isHeaviest = (corpus: Corpus, kind: 'stanza' | 'node', id: string): boolean =>
  sizeOf(corpus, kind, id) > HEAVIEST;

/** The number of sources and facts. */
function sizeOf(corpus: Corpus, kind: 'stanza' | 'node', id: string): number {
  const sources = (corpus.factsOf[kind].get(id) ?? []).flatMap((fact) => [
    ...sourcesOfFact(fact),
    ...fact.disputes.flatMap(({ sources = [] }) => sources),
  ]);
  return sources.length + rowsOf(corpus, kind, id).length;
}

/** The stanzas and shared nodes whose evidence has a page of its own. */
export const withSourcesPage = (corpus: Corpus): { kind: 'stanza' | 'node'; id: string }[] =>
  (['stanza', 'node'] as const).flatMap((kind) =>
    [...corpus.definitions[kind].keys()]
      .filter((id) => hasSourcesPage(corpus, kind, id))
      .map((id) => ({ kind, id })),
  );
