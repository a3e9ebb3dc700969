import { type Code, code, didYouMean, wayShown } from '../parts/code.ts';

/** Parts of a definition that contradict each other. */
export const DEFINITION_CODES = {
  'node/duplicate-attribute': code<{ name: string; line: number }>({
    level: 'error',
    title: 'Attribute defined twice',
    why: 'A node has at most one attribute of a name; two definitions would share one address.',
    message: ({ name, line }) => `The attribute '${name}' of this node was already defined in line ${line}.`,
    hint: () => 'Join the two; a second observation that contradicts the first is a dispute.',
  }),
  'node/duplicate-child': code<{ tag: string; line: number }>({
    level: 'error',
    title: 'Child defined twice',
    why: 'A node has at most one definition of a child; a child that comes twice has its occurrence.',
    message: ({ tag, line }) => `The child <${tag}> of this node was already defined in line ${line}.`,
    hint: () => "Join the two, and say with occurrence '0..n' or '1..n' that it comes more than once.",
  }),
  'enum/duplicate-value': code<{ value: string; line: number }>({
    level: 'error',
    title: 'Enum value defined twice',
    why: 'An enum has each value once; two definitions would share one address.',
    message: ({ value, line }) => `The value '${value}' of this enum was already defined in line ${line}.`,
    hint: () => 'Join the two; a second observation that contradicts the first is a dispute.',
  }),
  'flow/duplicate-participant': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Participant defined twice',
    why: 'Steps name their participants; of two with one name it would be open which one is meant.',
    message: ({ id, line }) => `The participant '${id}' was already defined in line ${line}.`,
    hint: () => 'Give each participant an id of its own.',
  }),
  'flavor/circle': code<{ circle: readonly string[] }>({
    level: 'error',
    title: 'Flavors derive from each other',
    why: 'A port cannot be the origin of what it was ported from. The descent of flavors decides whether they corroborate each other.',
    message: ({ circle }) =>
      circle.length === 2
        ? `${circle[0]} derives from itself.`
        : `These derive from each other: ${wayShown(circle)}.`,
    hint: () => 'Take the entry out of derives_from that is not so.',
  }),
  'glossary/duplicate-term': code<{ term: string; line: number }>({
    level: 'error',
    title: 'Term defined twice',
    why: 'A term has one meaning here and one address, whatever the case of its letters.',
    message: ({ term, line }) => `The term '${term}' was already defined in line ${line}.`,
    hint: () => 'Join the two.',
  }),
  'value/type': code<{ value: string; type: string; expected: string }>({
    level: 'error',
    title: 'Value does not fit its type',
    why: 'A value that contradicts the type beside it makes one of the two wrong.',
    message: ({ value, type, expected }) => `'${value}' is no ${type}: ${expected}.`,
    hint: () => 'Correct the value or the type; if both were seen, say so in a dispute.',
  }),
  'value/constant': code<{ value: string; constant: string }>({
    level: 'error',
    title: 'Observed value is not the constant',
    why: 'A value that is always the same has no other observed values.',
    message: ({ value, constant }) =>
      `'${value}' was observed, and the value is said to be always '${constant}'.`,
    hint: () => "Take 'value' out, or correct the observed value.",
  }),
  'value/enum': code<{ value: string; enum: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Value is not in its enum',
    why: 'An observed value belongs in the table of values that the page links to.',
    message: ({ value, enum: id }) => `'${value}' is not a value of the enum ${id}.`,
    hint: ({ value, enum: id, suggestion }) =>
      didYouMean(suggestion) ?? `Add '${value}' to enums/${id}.yaml.`,
  }),
} as const satisfies Record<string, Code<never>>;
