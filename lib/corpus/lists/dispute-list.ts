import type { Prose } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

/** A fact that somebody disputes. */
export interface DisputedFact {
  readonly fact: Fact;
  /** What the spec says: the description of the fact, or the label of the step. */
  readonly says: Prose;
}

/** Everything that is disputed, in the order of the corpus. */
export const disputeList = (corpus: Corpus): readonly DisputedFact[] =>
  corpus.facts
    .filter(({ disputes }) => disputes.length > 0)
    .map((fact) => ({ fact, says: fact.step?.label ?? fact.description }));
