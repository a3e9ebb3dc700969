import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';

/** Facts of one definition, by confidence. */
export interface OwnerFacts {
  readonly owner: Ref;
  readonly kind: Fact['ownerKind'];
  readonly id: string;
  readonly total: number;
  readonly groups: readonly { readonly confidence: Confidence; readonly facts: readonly Ref[] }[];
}

/** Groups facts by the definition that holds them, in the order of the corpus. */
export function factsByOwner(facts: readonly Fact[], corpus: Corpus, links: Links): OwnerFacts[] {
  const owners = Map.groupBy(facts, (fact) => `${fact.ownerKind} ${fact.owner}`);
  return [...owners.values()].map((list) => ({
    owner: ownerRef(list[0] as Fact, corpus, links),
    kind: (list[0] as Fact).ownerKind,
    id: (list[0] as Fact).owner,
    total: list.length,
    groups: CONFIDENCES.map((confidence) => ({
      confidence,
      facts: list
        .filter((fact) => fact.confidence === confidence)
        .map((fact) => ({ text: fact.anchor === '' ? '(empty)' : fact.anchor, href: links.fact(fact) })),
    })).filter((group) => group.facts.length > 0),
  }));
}

/** The definition that holds a fact, by the name that readers see. */
export function ownerRef(
  { ownerKind, owner }: Pick<Fact, 'ownerKind' | 'owner'>,
  corpus: Corpus,
  links: Links,
): Ref {
  const entry = corpus.definitions[ownerKind].get(owner);
  return {
    text: entry === undefined ? owner : titleOf(entry),
    href: links.definition(ownerKind, owner),
  };
}
