import { homeAnchor } from '../../../lib/corpus/facts/home-anchor.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Links } from '../links/links.ts';
import { splitPages } from './split-pages.ts';

/** How many facts a page has at most: each takes about fifteen elements. */
const ON_A_PAGE = 140;

/** All facts by pages, in the order of the corpus. */
export const factPages = memoizeBy((corpus: Corpus) =>
  splitPages(corpus.facts, {
    weight: () => 1,
    most: ON_A_PAGE,
    group: ({ ownerKind, owner }) => `${ownerKind} ${owner}`,
  }),
);

/** The address of a page of facts, by its number. */
export const factsHref = (links: Links, page: number): string => links.page(`facts/${page}/`);

/** The anchor of a definition's facts on their page. */
export const ownerAnchor = ({ ownerKind, owner }: Pick<Fact, 'ownerKind' | 'owner'>): string =>
  `~${ownerKind}-${owner}`;

/** The path of a fact in two parts: the definition with its :, = or #, and the place of the fact inside it. */
export function partsOfPath(fact: Fact): readonly [owner: string, name: string] {
  const cut = fact.path.length - homeAnchor(fact).length;
  return [fact.path.slice(0, cut), fact.path.slice(cut)];
}
