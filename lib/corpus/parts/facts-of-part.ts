import type { Part } from '../../schema/types.generated.ts';
import type { Pointer } from '../../source/mark.ts';
import { newFact } from '../facts/new-fact.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { Fact, FactKind } from '../model/fact.ts';
import { fieldAnchor, partPath } from './part-path.ts';

/** The facts of a part: its requirements, the fields of its layouts and the steps of its procedure, each in their order. */
export function factsOfPart(part: Part): Fact[] {
  const { requirements = [], layout: layouts = [], procedure = [] } = part;
  const identity = (kind: FactKind, anchor: string, pointer: Pointer) => ({
    path: partPath(part.id, anchor),
    anchor,
    kind,
    ownerKind: 'part' as const,
    owner: part.id,
    name: anchor,
    node: '',
    ratedLower: part.rated_lower,
    pointer,
  });
  return [
    ...requirements.map((requirement, i) => {
      const { id, text: description, ...data } = requirement;
      const is = identity('requirement', id, ['requirements', i]);
      return newFact(is, { ...data, description }, { requirement });
    }),
    ...layouts.flatMap(({ id, fields }, i) =>
      fields.map((field, j) => {
        const { name, meaning: description, type, ...data } = field;
        const is = identity('field', fieldAnchor(id, name), ['layout', i, 'fields', j]);
        // The types of fields are those of bytes, and not those of attributes.
        const ofEnum = enumOfType(type) === undefined ? {} : { type };
        return newFact(is, { ...data, ...ofEnum, description }, { field });
      }),
    ),
    ...procedure.map((procedureStep, i) => {
      const { id, text: description, ...data } = procedureStep;
      return newFact(
        identity('procedure', id, ['procedure', i]),
        { ...data, description },
        { procedureStep },
      );
    }),
  ];
}
