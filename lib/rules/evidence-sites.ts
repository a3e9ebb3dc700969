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

/** Everything in a corpus that has a provenance: facts of stanzas and enums, and steps of flows. */
export function* evidenceSites(corpus: Corpus): Generator<EvidenceSite> {
  const { stanza, enum: enums, flow } = corpus.definitions;
  for (const [definitions, facts] of [
    [stanza, corpus.factsOfStanza],
    [enums, corpus.factsOfEnum],
  ] as const) {
    for (const [id, list] of facts) {
      const entry = definitions.get(id);
      if (entry === undefined) continue;
      for (const { pointer, provenance, disputes } of list) yield { entry, pointer, provenance, disputes };
    }
  }
  for (const entry of flow.values()) {
    for (const [i, { provenance, disputes = [] }] of entry.data.steps.entries()) {
      yield { entry, pointer: ['steps', i], provenance, disputes };
    }
  }
}
