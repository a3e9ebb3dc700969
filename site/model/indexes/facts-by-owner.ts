import { ownerKind } from '../../../lib/corpus/lookup/owner-kind.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** Facts of one stanza or enum, by confidence. */
export interface OwnerFacts {
  readonly owner: Ref;
  readonly total: number;
  readonly groups: readonly { readonly confidence: Confidence; readonly facts: readonly Ref[] }[];
}

/** Groups facts by their stanza or enum, in the order of the corpus. */
export function factsByOwner(facts: readonly Fact[], corpus: Corpus, links: Links): OwnerFacts[] {
  const owners = Map.groupBy(facts, (fact) => `${ownerKind(fact)} ${fact.owner}`);
  return [...owners.values()].map((list) => ({
    owner: ownerRef(list[0] as Fact, corpus, links),
    total: list.length,
    groups: CONFIDENCES.map((confidence) => ({
      confidence,
      facts: list
        .filter((fact) => fact.confidence === confidence)
        .map((fact) => ({ text: fact.anchor === '' ? '(empty)' : fact.anchor, href: links.fact(fact) })),
    })).filter((group) => group.facts.length > 0),
  }));
}

/** The stanza or enum of a fact, by its display name. */
export function ownerRef({ kind, owner }: Pick<Fact, 'kind' | 'owner'>, corpus: Corpus, links: Links): Ref {
  return kind === 'value'
    ? { text: corpus.definitions.enum.get(owner)?.data.title ?? owner, href: links.definition('enum', owner) }
    : {
        text: corpus.definitions.stanza.get(owner)?.data.display_name ?? owner,
        href: links.definition('stanza', owner),
      };
}
