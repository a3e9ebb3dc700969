import type { Flow } from '../../schema/types.generated.ts';
import { newFact } from '../facts/new-fact.ts';
import type { Fact } from '../model/fact.ts';
import { stepAnchor, stepPath } from './step-path.ts';

/** The facts of a flow: its steps, in the order of the file. Those without an id are among them, see `Fact.path`. */
export function factsOfFlow({ id, steps, rated_lower: ratedLower }: Flow): Fact[] {
  return steps.map((step, i) =>
    newFact(
      {
        path: stepPath(id, step, i),
        anchor: stepAnchor(step, i),
        kind: 'step',
        ownerKind: 'flow',
        owner: id,
        name: step.label,
        node: '',
        ratedLower,
        pointer: ['steps', i],
      },
      {
        confidence: step.confidence,
        ...(step.rated_lower === undefined ? {} : { rated_lower: step.rated_lower }),
        ...(step.note === undefined ? {} : { description: step.note }),
        ...(step.provenance === undefined ? {} : { provenance: step.provenance }),
        ...(step.disputes === undefined ? {} : { disputes: step.disputes }),
      },
      { step },
    ),
  );
}
