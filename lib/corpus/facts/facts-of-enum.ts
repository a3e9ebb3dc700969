import type { Enum } from '../../schema/types.generated.ts';
import type { Fact } from '../model/fact.ts';
import { newFact } from './new-fact.ts';

/** The facts of an enum: its values, in the order of the file. */
export function factsOfEnum({ id, values, rated_lower: ratedLower }: Enum): Fact[] {
  return values.map(({ value, ...data }, i) =>
    newFact(
      {
        path: `${id}=${value}`,
        anchor: value,
        kind: 'value',
        ownerKind: 'enum',
        owner: id,
        name: value,
        node: '',
        ratedLower,
        pointer: ['values', i],
      },
      data,
    ),
  );
}
