import { type Claim, claimsOfFact } from '../../corpus/evidence/claims-of-fact.ts';
import { type Evidence, weighEvidence } from '../../corpus/evidence/evidence.ts';
import { ownedFacts } from '../../corpus/facts/owned-facts.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus, Entry } from '../../corpus/model/corpus.ts';
import type { FactOwner } from '../../schema/kinds.ts';

/** A definition with what it claims. */
interface Claims {
  readonly entry: Entry<FactOwner>;
  readonly claims: readonly Claim[];
}

/** Every definition with what it claims: facts, steps among them, and their legs. */
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
}
