import { carriedBy, type Evidence } from '../../../lib/corpus/evidence/evidence.ts';
import type { Stated } from '../../../lib/corpus/evidence/evidence-index.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';

const known = new WeakMap<Corpus, WeakMap<Stated['provenance'], Evidence>>();

/**
 * How far the evidence of a fact carries. Several pages show one fact; it is worked out once for a corpus,
 * which never changes. Each fact has a provenance of its own, so that stands for it.
 */
export function evidenceOf(fact: Stated, corpus: Corpus): Evidence {
  let ofCorpus = known.get(corpus);
  if (ofCorpus === undefined) {
    ofCorpus = new WeakMap();
    known.set(corpus, ofCorpus);
  }
  let evidence = ofCorpus.get(fact.provenance);
  if (evidence === undefined) {
    evidence = carriedBy(fact, corpus);
    ofCorpus.set(fact.provenance, evidence);
  }
  return evidence;
}
