import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { FACT_KINDS } from '../../../lib/corpus/model/fact.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { wayOfStep } from '../../../lib/corpus/steps/way-of-step.ts';
import type { Confidence, Prose } from '../../../lib/schema/types.generated.ts';
import { compareText } from '../../../lib/text/compare-text.ts';
import { ownerRef } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { countsOfDisputes, SIDE_WORDS, STATE_WORDS } from '../paged/dispute-index.ts';
import {
  DISPUTE_GROUPS,
  type DisputedItem,
  type DisputeGroup,
  disputedItems,
  disputePages,
  disputesHref,
} from '../paged/dispute-pages.ts';
import { type ListIndex, listIndex } from '../paged/list-index.ts';
import { type DisputeView, type EvidenceView, evidenceView } from '../views/evidence-view.ts';
import type { Choice } from './facts-page.ts';

/** What the spec says in one place, and what contradicts it. */
export interface DisputedView {
  /** The fact, by its path. */
  readonly at: Ref;
  readonly confidence: Confidence;
  /** Whether a dispute denies that there is such a fact at all. */
  readonly refuted: boolean;
  /** What the spec says. */
  readonly says: Prose;
  readonly observed: readonly string[];
  readonly techniques: readonly Ref[];
  readonly evidence: Pick<EvidenceView, 'evidence' | 'sources'>;
  /** The other sides. */
  readonly claims: readonly DisputeView[];
  readonly report: string | undefined;
}

/** The disputes of a stanza, a shared node, an enum or a flow. */
export interface DisputedDefinition {
  readonly owner: Ref;
  readonly anchor: string;
  readonly disputed: readonly DisputedView[];
}

/** Disputes under one heading. */
export interface DisputeSection {
  readonly group: DisputeGroup;
  readonly title: string;
  readonly meaning: string;
  readonly definitions: readonly DisputedDefinition[];
}

/** All disputes of the corpus: how many there are, their filter, and the way to each. */
export interface DisputesPage {
  /** How many claims each group has. */
  readonly counts: Readonly<Record<DisputeGroup, number>>;
  /** How many entries they are in: one for each fact, or two if only some of its disputes are resolved. */
  readonly entries: number;
  readonly choices: Readonly<Record<'flavor' | 'kind' | 'sides' | 'state', readonly Choice[]>>;
  readonly index: ListIndex;
}

const DISPUTE_TITLES: Readonly<Record<DisputeGroup, { readonly title: string; readonly meaning: string }>> = {
  open: {
    title: 'Observations that disagree',
    meaning: 'Both sides have been seen: in captures, in clients or in their code.',
  },
  description: {
    title: 'Descriptions that no client follows',
    meaning:
      'One side is only a description of the protocol, such as the earlier spec. No client or capture shows it.',
  },
  resolved: { title: 'Resolved', meaning: 'Each with its resolution, or with the year of what is outdated.' },
};

/** Counts all disputes, and lists the definitions that have some. */
export function disputesPage({ corpus }: Publication, links: Links): DisputesPage {
  const items = disputedItems(corpus);
  const claims = (group: DisputeGroup): number =>
    items.filter((one) => one.group === group).reduce((sum, { those }) => sum + those.length, 0);
  const counts = countsOfDisputes(corpus);
  const choices = (name: string, ids: readonly string[], words: (id: string) => string): Choice[] =>
    ids.flatMap((value) => {
      const count = counts.get(name)?.get(value) ?? 0;
      return count === 0 ? [] : [{ value, text: `${words(value)} (${count})` }];
    });
  return {
    counts: { open: claims('open'), description: claims('description'), resolved: claims('resolved') },
    entries: items.length,
    choices: {
      flavor: choices('flavor', [...(counts.get('flavor')?.keys() ?? [])].sort(compareText), (id) => id),
      kind: choices('kind', FACT_KINDS, (id) => id),
      sides: choices('sides', Object.keys(SIDE_WORDS), (id) => SIDE_WORDS[id] ?? id),
      state: choices('state', Object.keys(STATE_WORDS), (id) => STATE_WORDS[id] ?? id),
    },
    index: indexOf({ corpus }, links),
  };
}

function indexOf({ corpus }: Pick<Publication, 'corpus'>, links: Links): ListIndex {
  const pages = disputePages(corpus);
  const counts = new Map<string, number>();
  for (const { anchor, those } of pages.flat()) counts.set(anchor, (counts.get(anchor) ?? 0) + those.length);
  const seen = new Set<string>();
  const listed = pages.flatMap((page, i) =>
    page.flatMap(({ fact, group, anchor }) => {
      if (seen.has(anchor)) return [];
      seen.add(anchor);
      const href = `${disputesHref(links, i + 1)}#${encodeURIComponent(anchor)}`;
      return [
        {
          under: DISPUTE_TITLES[group].title,
          name: ownerRef(fact, corpus, links).text,
          page: i + 1,
          href: i === 0 ? href.slice(href.indexOf('#')) : href,
          count: counts.get(anchor) ?? 0,
          filter: undefined,
          // An address with this fragment led here before the list was split.
          anchor: i === 0 ? undefined : anchor,
        },
      ];
    }),
  );
  return listIndex(listed, (page) => disputesHref(links, page));
}

/**
 * A page of disputes by groups and definitions, and how many pages there are.
 * @throws when there is no such page; the first is always there
 */
export function disputesPart(
  { corpus }: Publication,
  links: Links,
  page: number,
): { readonly sections: readonly DisputeSection[]; readonly last: number } {
  const pages = disputePages(corpus);
  const items = page === 1 ? (pages[0] ?? []) : pages[page - 1];
  if (items === undefined) throw new Error(`no page ${page} of disputes`);
  return {
    sections: DISPUTE_GROUPS.flatMap((group) => {
      const own = Map.groupBy(
        items.filter((one) => one.group === group),
        ({ anchor }) => anchor,
      );
      const definitions = [...own].map(([anchor, some]) => ({
        owner: ownerRef((some[0] as DisputedItem).fact, corpus, links),
        anchor,
        disputed: some.map((one) => viewOf(one, corpus, links)),
      }));
      return definitions.length === 0 ? [] : [{ group, ...DISPUTE_TITLES[group], definitions }];
    }),
    last: Math.max(1, pages.length),
  };
}

function viewOf(
  { fact, says, those }: DisputedItem,
  corpus: Publication['corpus'],
  links: Links,
): DisputedView {
  const { path, confidence, owner, step } = fact;
  const { evidence, sources, disputes, report } = evidenceView(fact, {
    corpus,
    links,
    yaml: undefined,
    report: links.report(path),
  });
  return {
    at: { text: path, href: links.fact(fact) },
    confidence,
    refuted: refutedFacts(corpus).has(path),
    says: step === undefined ? says : `${wayOfStep(owner, step, corpus)}: ${says}`,
    observed: fact.observed,
    techniques: fact.provenance.techniques.map((id) => links.ref('technique', id)),
    evidence: { evidence, sources },
    claims: those.flatMap((i) => disputes[i] ?? []),
    report,
  };
}
