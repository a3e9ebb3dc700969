import { type Claim, claimsOfFact } from '../../corpus/evidence/claims-of-fact.ts';
import { ownedFacts } from '../../corpus/facts/owned-facts.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { FactOwner } from '../../corpus/model/fact.ts';
import { withEmptyLists } from '../../corpus/model/with-empty-lists.ts';
import { stepPath } from '../../corpus/steps/step-path.ts';

/** Every definition with what it claims: facts, their legs, and steps of flows. */
export function* claimsOf(
  corpus: Corpus,
): Generator<{ readonly entry: Entry<FactOwner | 'flow'>; readonly claims: readonly Claim[] }> {
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
