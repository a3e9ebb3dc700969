import type { Requirement } from '../../schema/types.generated.ts';
import { counted } from '../../text/counted.ts';
import type { Fact } from '../model/fact.ts';

/** A property of what a part says: of a requirement, a field of a layout or a step of a procedure. */
export const PART_ASPECTS = [
  'level',
  'actor',
  'subject',
  'about',
  'consequence',
  'place',
  'length',
  'endian',
  'form',
  'inputs',
  'outputs',
  'constants',
] as const;

export type PartAspect = (typeof PART_ASPECTS)[number];

/** What a requirement, a field or a step of a procedure says besides its text, in words; undefined for any other fact. */
export function partTraits({
  requirement,
  field,
  procedureStep,
}: Pick<Fact, 'requirement' | 'field' | 'procedureStep'>): Partial<Record<PartAspect, string>> | undefined {
  if (requirement === undefined && field === undefined && procedureStep === undefined) return undefined;
  const all: Readonly<Record<PartAspect, string | undefined>> = {
    level: requirement?.level,
    actor: requirement?.actor,
    subject: requirement?.subject,
    about: requirement?.about && ABOUT[requirement.about],
    consequence: requirement?.consequence,
    place: field && placeWords(field),
    length: field && lengthWords(field),
    endian: field?.endian,
    form: field?.type,
    inputs: listed(procedureStep?.inputs),
    outputs: listed(procedureStep?.outputs),
    constants: listed(procedureStep?.constants?.map(({ name, value }) => `${name} = ${value}`)),
  };
  return Object.fromEntries(
    PART_ASPECTS.flatMap((aspect) => (all[aspect] === undefined ? [] : [[aspect, all[aspect]]])),
  );
}

/** What of its subject a requirement speaks of, where that is not the whole. */
const ABOUT: Readonly<Record<NonNullable<Requirement['about']>, string>> = {
  order: 'the order of its children',
};

type Field = NonNullable<Fact['field']>;

const placeWords = ({ offset, offset_bits: bit }: Field): string | undefined =>
  offset === undefined
    ? undefined
    : bit === undefined
      ? `from byte ${offset} on`
      : `from bit ${bit} of byte ${offset} on`;

const lengthWords = ({ bytes, bits }: Field): string | undefined =>
  bits !== undefined ? counted(bits, 'bit') : bytes === undefined ? undefined : counted(bytes, 'byte');

const listed = (items: readonly string[] | undefined): string | undefined =>
  items === undefined || items.length === 0 ? undefined : items.join(', ');
