import type { Confidence, Dispute, Prose, Step } from '../../schema/types.generated.ts';
import type { Corpus, Entry } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { stepPath } from '../steps/step-path.ts';

/** What somebody disputes. */
export interface Disputed {
  /** The path of the fact or of the step. */
  readonly path: string;
  readonly confidence: Confidence;
  /** What the spec says: the description of the fact, or the label of the step. */
  readonly says: Prose;
  readonly disputes: readonly Dispute[];
}

/** A fact that somebody disputes. */
export interface DisputedFact extends Disputed {
  readonly fact: Fact;
}

/** A step of a flow that somebody disputes. */
export interface DisputedStep extends Disputed {
  readonly flow: Entry<'flow'>;
  readonly step: Step;
  /** From 0. */
  readonly index: number;
}

/** Everything that is disputed, by definition: facts of stanzas, then of shared nodes, then of enums, then steps of flows. */
export function disputeList({ definitions, ...corpus }: Corpus): {
  readonly facts: readonly DisputedFact[];
  readonly steps: readonly DisputedStep[];
} {
  return {
    facts: corpus.facts
      .filter(({ disputes }) => disputes.length > 0)
      .map((fact) => {
        const { path, confidence, description: says, disputes } = fact;
        return { path, confidence, says, disputes, fact };
      }),
    steps: [...definitions.flow.values()].flatMap((flow) =>
      flow.data.steps.flatMap((step, index) => {
        const { confidence, label: says, disputes = [] } = step;
        const path = stepPath(flow.id, step, index);
        return disputes.length === 0 ? [] : [{ path, confidence, says, disputes, flow, step, index }];
      }),
    ),
  };
}
