import { isAgainstDescription } from '../../../lib/corpus/disputes/is-against-description.ts';
import { type DisputedFact, disputeList } from '../../../lib/corpus/lists/dispute-list.ts';
import { memoizeBy } from '../../../lib/corpus/memoize-by.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { differenceInTime } from '../../../lib/corpus/sources/difference-in-time.ts';
import type { Dispute } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import { splitPages } from './split-pages.ts';

/** The disputes between observations, those with a side that is only a description, and those that are over. */
export const DISPUTE_GROUPS = ['open', 'description', 'resolved'] as const;

export type DisputeGroup = (typeof DISPUTE_GROUPS)[number];

/** A fact with its disputes of one group. */
export interface DisputedItem extends DisputedFact {
  readonly group: DisputeGroup;
  /** The disputes, as indexes of those of the fact. */
  readonly those: readonly number[];
  readonly anchor: string;
}

/** All that is disputed, by group, in the order of the corpus. A fact with disputes of several groups is in each. */
export const disputedItems = memoizeBy((corpus: Corpus): readonly DisputedItem[] => {
  const all = disputeList(corpus);
  const seen = new Set<string>();
  return DISPUTE_GROUPS.flatMap((group) =>
    all.flatMap((one) => {
      const those = [...one.fact.disputes.keys()].filter(
        (i) => groupOf(one, one.fact.disputes[i] as Dispute, corpus) === group,
      );
      if (those.length === 0) return [];
      const owner = `${one.fact.ownerKind}-${one.fact.owner}`;
      // The anchor of a definition's open disputes leads to the first of them.
      const isFirst = group === 'description' && !seen.has(`open ${owner}`);
      seen.add(`${group} ${owner}`);
      return [{ ...one, group, those, anchor: `~${isFirst ? 'open' : group}-${owner}` }];
    }),
  );
});

function groupOf({ fact }: DisputedFact, dispute: Dispute, corpus: Corpus): DisputeGroup {
  if (dispute.status === 'resolved' || differenceInTime(dispute, corpus) !== undefined) return 'resolved';
  return isAgainstDescription(fact, dispute, corpus) ? 'description' : 'open';
}

/** About how many elements of disputes a page has at most. */
const ON_A_PAGE = 2000;

/** All disputes by pages. */
export const disputePages = memoizeBy((corpus: Corpus) =>
  splitPages(disputedItems(corpus), {
    weight: ({ fact, those }) =>
      20 +
      2 * (fact.observed.length + fact.provenance.techniques.length) +
      2 * (fact.provenance.sources.length + fact.provenance.flavors.length) +
      those
        .map((i) => fact.disputes[i])
        .reduce(
          (sum, dispute) => sum + 8 + 2 * ((dispute?.sources ?? []).length + (dispute?.flavors ?? []).length),
          0,
        ),
    most: ON_A_PAGE,
    group: ({ anchor }) => anchor,
  }),
);

/** The address of a page of disputes, by its number. */
export const disputesHref = (links: Links, page: number): string =>
  links.page(page === 1 ? 'disputes/' : `disputes/${page}/`);
