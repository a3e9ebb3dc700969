import { type Code, code, didYouMean } from '../parts/code.ts';

/** Types of values. */
export const TYPE_CODES = {
  'reference/type': code<{ id: string; builtIn: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Unknown type',
    why: 'The type of a value decides which values fit and which of them a capture may show. It is built in, has a file in `types/`, or is `enum:` and the id of an enum.',
    message: ({ id }) => `There is no type '${id}'.`,
    hint: ({ id, builtIn, suggestion }) =>
      didYouMean(suggestion) ?? `Add types/${id}.yaml, or use one of these: ${builtIn.join(', ')}.`,
  }),
  'type/built-in': code<{ id: string }>({
    level: 'error',
    title: 'Type has the name of a built-in type',
    why: 'The built-in types mean the same in every spec.',
    message: ({ id }) => `'${id}' is a built-in type and cannot be redefined.`,
    hint: ({ id }) => `Choose another id, and write 'base: ${id}'.`,
  }),
  'type/pattern': code<{ problem: string }>({
    level: 'error',
    title: 'Pattern of a type is not allowed',
    why: 'Values come from captures of strangers, so matching them must take linear time: at each character of a value, one place of the pattern can be meant at most.',
    message: ({ problem }) => `The pattern cannot be used: ${problem}.`,
    hint: () =>
      'Write it with characters, classes, groups, alternatives and quantifiers that exclude each other.',
  }),
  'type/placeholder': code<{ problem: string }>({
    level: 'error',
    title: 'Form of a placeholder is ambiguous',
    why: 'Each part of a value is replaced alone, so it must be clear where it begins and ends.',
    message: ({ problem }) => `The form cannot be used: ${problem}.`,
    hint: () => "Name each part once, with other text between two parts: '{call}:{device}'.",
  }),
  'type/typescript': code<{ rest: string }>({
    level: 'error',
    title: 'TypeScript type is not allowed',
    why: 'The text becomes code in the projects that use the types.',
    message: ({ rest }) => `This part of the type is not allowed: '${rest}'.`,
    hint: () =>
      "Use string, number, boolean, texts in single quotes, or template literals of these, with ' | ' between them.",
  }),
  'type/example': code<{ value: string; expected: string }>({
    level: 'error',
    title: 'Example does not fit its type',
    why: 'An example shows readers what a value looks like.',
    message: ({ value, expected }) => `'${value}' does not fit: ${expected}.`,
    hint: () => 'Correct the example, or the base, the pattern or the form.',
  }),
} as const satisfies Record<string, Code<never>>;
