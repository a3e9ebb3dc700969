import { type Claim, claimsOfFact } from '../../corpus/evidence/claims-of-fact.ts';
import { type Evidence, weighEvidence } from '../../corpus/evidence/evidence.ts';
import { ownedFacts } from '../../corpus/facts/owned-facts.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { FactOwner } from '../../corpus/model/fact.ts';
import { withEmptyLists } from '../../corpus/model/with-empty-lists.ts';
import { stepPath } from '../../corpus/steps/step-path.ts';

/** A definition with what it claims. */
interface Claims {
  readonly entry: Entry<FactOwner | 'flow'>;
  readonly claims: readonly Claim[];
}

/** Every definition with what it claims: facts, their legs, and steps of flows. */
export const claimsOf = memoizeBy((corpus: Corpus): readonly Claims[] => [...claimsIn(corpus)]);

const evidenceIn = memoizeBy((_: Corpus) => new WeakMap<Claim, Evidence>());

/** The evidence of one of these claims, weighed once for all rules. */
export function evidenceOfClaim(claim: Claim, corpus: Corpus): Evidence {
  const known = evidenceIn(corpus);
  const evidence = known.get(claim) ?? weighEvidence(claim, corpus);
  known.set(claim, evidence);
  return evidence;
}

function* claimsIn(corpus: Corpus): Generator<Claims> {
  for (const { entry, facts } of ownedFacts(corpus)) yield { entry, claims: facts.flatMap(claimsOfFact) };
  for (const entry of corpus.definitions.flow.values()) {
    const { steps, rated_lower: reason } = entry.data;
    yield {
      entry,
      claims: steps.map(({ id, confidence, rated_lower: ratedLower = reason, provenance }, i) => ({
        path: stepPath(entry.id, { id }, i),
        confidence,
        ratedLower,
        provenance: withEmptyLists(provenance),
        inside: [],
        pointer: ['steps', i],
      })),
    };
  }
}
