import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { restsOn } from '../../../lib/corpus/evidence/rests-on.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { parseSource } from '../../../lib/corpus/sources/source-ref.ts';
import { plainProse } from '../../../lib/prose/parse-prose.ts';
import type { Links } from '../links/links.ts';
import { type DisputedItem, disputedItems } from './dispute-pages.ts';
import { countValues, type PackedFacet, packFacet } from './packed-facet.ts';

/** All disputes as their filter reads them, packed: everything but the words of both sides. */
export interface DisputeIndex {
  /** For each disputed fact, its path and its address. */
  readonly paths: readonly string[];
  readonly hrefs: readonly string[];
  readonly confidences: readonly string[];
  readonly facets: readonly PackedFacet[];
}

/** What both sides of a disputed fact say: the spec, then each claim. */
export type DisputeTexts = readonly string[];

/** How many disputed facts are in one file of texts. */
export const DISPUTES_IN_A_FILE = 250;

export const SIDE_WORDS: Readonly<Record<string, string>> = {
  observed: 'both observed',
  description: 'one is only a description',
};

export const STATE_WORDS: Readonly<Record<string, string>> = {
  open: 'open',
  refuted: 'open, refutes the fact',
  resolved: 'resolved or outdated',
};

const disputeFacets = memoizeBy((corpus: Corpus): readonly PackedFacet[] => {
  const items = disputedItems(corpus);
  const field = (name: string, of: (item: DisputedItem) => readonly string[]): PackedFacet =>
    packFacet(name, items.map(of));
  return [
    field('flavor', (item) => flavorsOf(item, corpus)),
    field('kind', ({ fact }) => [fact.kind]),
    field('sides', ({ group }) => (group === 'resolved' ? [] : [group === 'open' ? 'observed' : group])),
    field('state', ({ fact, group }) => {
      if (group === 'resolved') return ['resolved'];
      return refutedFacts(corpus).has(fact.path) ? ['open', 'refuted'] : ['open'];
    }),
  ];
});

/** The flavors on either side. */
function flavorsOf({ fact, those }: DisputedItem, corpus: Corpus): readonly string[] {
  const claims = those.flatMap((i) => fact.disputes[i] ?? []);
  const places = claims
    .flatMap(({ sources = [] }) => sources.map(parseSource))
    .flatMap((source) => (source.kind === 'flavor' ? [source.flavor] : []));
  return [
    ...new Set([
      ...restsOn(fact, corpus).flavors,
      ...claims.flatMap(({ flavors = [] }) => flavors),
      ...places,
    ]),
  ];
}

/** How many disputed facts have each value of each field. */
export const countsOfDisputes = (corpus: Corpus): ReadonlyMap<string, ReadonlyMap<string, number>> =>
  new Map(disputeFacets(corpus).map((facet) => [facet.name, countValues(facet)]));

/** The files that the filter of disputes reads, by their names. */
export const disputeFiles = ({ corpus }: Publication): string[] => [
  'index.json',
  ...Array.from(
    { length: Math.ceil(disputedItems(corpus).length / DISPUTES_IN_A_FILE) },
    (_, i) => `texts-${i}.json`,
  ),
];

/** One of the files that the filter of disputes reads. @throws for another name */
export function disputeFile(
  { corpus }: Publication,
  links: Links,
  name: string,
): DisputeIndex | readonly DisputeTexts[] {
  const items = disputedItems(corpus);
  if (name === 'index.json')
    return {
      paths: items.map(({ fact }) => fact.path),
      hrefs: items.map(({ fact }) => links.fact(fact)),
      confidences: items.map(({ fact }) => fact.confidence),
      facets: disputeFacets(corpus),
    };
  const number = Number(/^texts-(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) throw new Error(`no file ${name} of disputes`);
  const start = number * DISPUTES_IN_A_FILE;
  return items
    .slice(start, start + DISPUTES_IN_A_FILE)
    .map(({ fact, says, those }) =>
      [says, ...those.flatMap((i) => fact.disputes[i]?.claim ?? [])].map((text) => plainProse(text)),
    );
}
