import { type Code, code, cycleText, didYouMean } from '../parts/code.ts';

/** Parts of a definition that contradict each other. */
export const DEFINITION_CODES = {
  'node/duplicate-attribute': code<{ name: string; line: number }>({
    level: 'error',
    title: 'Attribute defined twice',
    why: 'A node has each attribute at most once; two definitions would share one address.',
    message: ({ name, line }) => `The attribute '${name}' of this node is already defined in line ${line}.`,
    hint: () => 'Merge the two. If they contradict each other, record the second as a dispute.',
  }),
  'node/duplicate-child': code<{ tag: string; line: number }>({
    level: 'error',
    title: 'Child defined twice',
    why: 'A node defines each child once; `occurrence` says how often the child appears.',
    message: ({ tag, line }) => `The child <${tag}> of this node is already defined in line ${line}.`,
    hint: () => "Merge the two. If the child can appear more than once, write occurrence '0..n' or '1..n'.",
  }),
  'enum/duplicate-value': code<{ value: string; line: number }>({
    level: 'error',
    title: 'Enum value defined twice',
    why: 'An enum lists each value once; two definitions would share one address.',
    message: ({ value, line }) => `The value '${value}' of this enum is already defined in line ${line}.`,
    hint: () => 'Merge the two. If they contradict each other, record the second as a dispute.',
  }),
  'flow/duplicate-participant': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Participant defined twice',
    why: 'Steps refer to participants by their id, so each id must be unique in its flow.',
    message: ({ id, line }) => `The participant '${id}' is already defined in line ${line}.`,
    hint: () => 'Give each participant an id of its own.',
  }),
  'flow/duplicate-step': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Step id used twice',
    why: 'The id of a step is its address in its flow, and other steps refer to it.',
    message: ({ id, line }) => `The id '${id}' already belongs to the step in line ${line}.`,
    hint: () => 'Give each step an id of its own.',
  }),
  'flow/reserved-step': code<{ id: string }>({
    level: 'error',
    title: 'Reserved step id',
    why: 'On the page of a flow, addresses with `step-` are the numbers of its steps, and those with `question-` its questions.',
    message: ({ id }) => `'${id}' is the address of something else on the page of the flow.`,
    hint: () => "Choose an id that begins with neither 'step-' nor 'question-'.",
  }),
  'flow/answers-later': code<{ id: string; line: number | undefined }>({
    level: 'error',
    title: 'Answer before what it answers',
    why: 'A flow lists its steps in order, so an answer comes after the step that it answers.',
    message: ({ id, line }) =>
      line === undefined
        ? `The step '${id}' answers itself.`
        : `The step '${id}' comes later, in line ${line}.`,
    hint: () => 'Refer to an earlier step, or change the order of the steps.',
  }),
  'flavor/circle': code<{ circle: readonly string[] }>({
    level: 'error',
    title: 'Implementations derive from each other',
    why: 'A port cannot be the origin of what it was ported from. What an implementation derives from decides whether it corroborates another.',
    message: ({ circle }) =>
      circle.length === 2
        ? `${circle[0]} derives from itself.`
        : `These implementations derive from each other: ${cycleText(circle)}.`,
    hint: () => 'Remove the wrong entry from derives_from.',
  }),
  'glossary/duplicate-term': code<{ term: string; line: number }>({
    level: 'error',
    title: 'Term defined twice',
    why: 'A term has one meaning and one address; upper and lower case make no difference.',
    message: ({ term, line }) => `The term '${term}' is already defined in line ${line}.`,
    hint: () => 'Merge the two.',
  }),
  'value/type': code<{ value: string; type: string; expected: string }>({
    level: 'error',
    title: 'Value does not fit its type',
    why: 'The value and its type contradict each other, so one of them is wrong.',
    message: ({ value, type, expected }) => `'${value}' is not a value of type ${type}: ${expected}.`,
    hint: () => 'Correct the value or the type. If both were observed, record a dispute.',
  }),
  'value/constant': code<{ value: string; constant: string }>({
    level: 'error',
    title: 'Observed value is not the constant',
    why: 'A constant and another observed value contradict each other, so one of them is wrong.',
    message: ({ value, constant }) => `'${value}' was observed, but the value is always '${constant}'.`,
    hint: () => "Remove 'value', or correct the observed value.",
  }),
  'value/enum': code<{ value: string; enum: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Value is not in its enum',
    why: 'The page links each value to its entry in the enum, so the entry must exist.',
    message: ({ value, enum: id }) => `'${value}' is not a value of the enum ${id}.`,
    hint: ({ value, enum: id, suggestion }) =>
      didYouMean(suggestion) ?? `Add '${value}' to enums/${id}.yaml.`,
  }),
} as const satisfies Record<string, Code<never>>;
