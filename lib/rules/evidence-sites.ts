import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Disputes, Provenance } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';

/** Something that has a provenance and may be disputed: a fact, one of its legs, or the time of a step. */
export interface EvidenceSite {
  readonly entry: Entry<Kind>;
  readonly pointer: Pointer;
  readonly provenance: Provenance | undefined;
  readonly disputes: Disputes;
}

/** Everything in a corpus that has a provenance: facts, steps of flows among them, their legs, and the times of steps. */
export function* evidenceSites(corpus: Corpus): Generator<EvidenceSite> {
  for (const { entry, facts } of ownedFacts(corpus)) {
    for (const { pointer, provenance, disputes, sent, delivered, step } of facts) {
      yield { entry, pointer, provenance, disputes };
      if (step?.within !== undefined) {
        const { provenance: ofTime } = step.within;
        yield { entry, pointer: [...pointer, 'within'], provenance: ofTime, disputes: [] };
      }
      for (const [leg, said] of [
        ['sent', sent],
        ['delivered', delivered],
      ] as const) {
        if (typeof said !== 'object' || said.provenance === undefined) continue;
        yield { entry, pointer: [...pointer, leg], provenance: said.provenance, disputes: [] };
      }
    }
  }
}
