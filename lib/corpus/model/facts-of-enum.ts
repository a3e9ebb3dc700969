import type { Enum } from '../../schema/types.generated.ts';
import type { Fact } from './fact.ts';
import { withEmptyLists } from './with-empty-lists.ts';

/** The facts of an enum: its values, in the order of the file. */
export function factsOfEnum(definition: Enum): Fact[] {
  return definition.values.map((value, i) => ({
    path: `${definition.id}=${value.value}`,
    anchor: value.value,
    kind: 'value',
    owner: definition.id,
    name: value.value,
    node: '',
    confidence: value.confidence,
    description: value.description,
    type: undefined,
    required: undefined,
    occurrence: undefined,
    when: undefined,
    observed: [],
    provenance: withEmptyLists(value.provenance),
    disputes: value.disputes ?? [],
    child: undefined,
    inside: [],
    pointer: ['values', i],
  }));
}
