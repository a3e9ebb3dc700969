import { type DisputedFact, disputeList } from '../../../lib/corpus/lists/dispute-list.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { wayOfStep } from '../../../lib/corpus/steps/way-of-step.ts';
import type { Confidence, Prose } from '../../../lib/schema/types.generated.ts';
import { ownerRef } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { type DisputeView, type EvidenceView, evidenceView } from '../views/evidence-view.ts';

/** What the spec says in one place, and what contradicts it. */
export interface DisputedView {
  /** The fact, by its path. */
  readonly at: Ref;
  readonly confidence: Confidence;
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

/** Every dispute of the corpus. A fact with open and resolved ones is in both lists. */
export interface DisputesPage {
  readonly open: readonly DisputedDefinition[];
  readonly resolved: readonly DisputedDefinition[];
  readonly counts: { readonly open: number; readonly resolved: number };
}

/** Collects what is disputed, by the definition that says it. */
export function disputesPage(publication: Publication, links: Links): DisputesPage {
  const all = disputedFacts(publication, links);
  const counts = { open: 0, resolved: 0 };
  const those = (open: boolean): DisputedDefinition[] =>
    all.flatMap(({ owner, anchor, disputed }) => {
      const some = disputed.flatMap((one) => {
        const claims = one.claims.filter((claim) => claim.open === open);
        counts[open ? 'open' : 'resolved'] += claims.length;
        return claims.length === 0 ? [] : [{ ...one, claims }];
      });
      return some.length === 0
        ? []
        : [{ owner, anchor: `~${open ? 'open' : 'resolved'}-${anchor}`, disputed: some }];
    });
  return { open: those(true), resolved: those(false), counts };
}

function disputedFacts({ corpus }: Publication, links: Links): DisputedDefinition[] {
  const byOwner = Map.groupBy(disputeList(corpus), ({ fact }) => `${fact.ownerKind}-${fact.owner}`);
  return [...byOwner].map(([anchor, disputed]) => ({
    owner: ownerRef((disputed[0] as DisputedFact).fact, corpus, links),
    anchor,
    disputed: disputed.map(({ fact, says }) => {
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
        says: step === undefined ? says : `${wayOfStep(owner, step, corpus)}: ${says}`,
        observed: fact.observed,
        techniques: fact.provenance.techniques.map((id) => links.ref('technique', id)),
        evidence: { evidence, sources },
        claims: disputes,
        report,
      };
    }),
  }));
}
