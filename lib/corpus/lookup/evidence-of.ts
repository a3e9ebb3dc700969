import { type Evidence, weighEvidence } from '../evidence/evidence.ts';
import type { Stated } from '../evidence/rests-on.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';

const evidenceIn = memoizeBy((_: Corpus) => new WeakMap<Stated['provenance'], Evidence>());

/**
 * The evidence of a fact or a step, weighed once: several pages and files show one fact. Each has a
 * provenance object of its own, which is the key.
 */
export function evidenceOf(fact: Stated, corpus: Corpus): Evidence {
  const known = evidenceIn(corpus);
  let evidence = known.get(fact.provenance);
  if (evidence === undefined) {
    evidence = weighEvidence(fact, corpus);
    known.set(fact.provenance, evidence);
  }
  return evidence;
}
