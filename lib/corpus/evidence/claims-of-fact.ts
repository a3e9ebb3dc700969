import type { Fact } from '../model/fact.ts';
import { withEmptyLists } from '../model/with-empty-lists.ts';
import type { Stated } from './rests-on.ts';

/** Something with a confidence that its evidence has to support: a fact, one of its legs, or a step of a flow. */
export type Claim = Stated & Pick<Fact, 'path' | 'confidence' | 'ratedLower' | 'pointer'>;

/** A fact, and those of its legs that have evidence or a confidence of their own. */
export const claimsOfFact = (fact: Fact): readonly Claim[] => [fact, ...legClaims(fact)];

const legClaims = (fact: Fact): Claim[] =>
  (['sent', 'delivered'] as const).flatMap((leg): Claim[] => {
    const said = fact[leg];
    if (typeof said !== 'object' || (said.confidence ?? said.provenance) === undefined) return [];
    return [
      {
        path: `${fact.path}, ${leg}`,
        confidence: said.confidence ?? fact.confidence,
        ratedLower: said.rated_lower ?? fact.ratedLower,
        provenance: said.provenance === undefined ? fact.provenance : withEmptyLists(said.provenance),
        inside: [],
        pointer: [...fact.pointer, leg],
      },
    ];
  });
