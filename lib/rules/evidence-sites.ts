import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Disputes, Provenance } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';

/** Something that has a provenance and may be disputed: a fact, or a step of a flow. */
export interface EvidenceSite {
  readonly entry: Entry<Kind>;
  readonly pointer: Pointer;
  readonly provenance: Provenance | undefined;
  readonly disputes: Disputes;
}

/** Everything in a corpus that has a provenance: facts, their legs, steps of flows, and their times. */
export function* evidenceSites(corpus: Corpus): Generator<EvidenceSite> {
  for (const { entry, facts } of ownedFacts(corpus)) {
    for (const { pointer, provenance, disputes, sent, delivered } of facts) {
      yield { entry, pointer, provenance, disputes };
      for (const [leg, said] of [
        ['sent', sent],
        ['delivered', delivered],
      ] as const) {
        if (typeof said !== 'object' || said.provenance === undefined) continue;
        yield { entry, pointer: [...pointer, leg], provenance: said.provenance, disputes: [] };
      }
    }
  }
  for (const entry of corpus.definitions.flow.values()) {
    for (const [i, { provenance, within, disputes = [] }] of entry.data.steps.entries()) {
      yield { entry, pointer: ['steps', i], provenance, disputes };
      if (within === undefined) continue;
      yield { entry, pointer: ['steps', i, 'within'], provenance: within.provenance, disputes: [] };
    }
  }
}
