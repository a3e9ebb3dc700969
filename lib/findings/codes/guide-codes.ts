import { type Code, code, didYouMean } from '../parts/code.ts';

/** What guides say and name. */
export const GUIDE_CODES = {
  'guide/duplicate-id': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Two sections with one name',
    why: 'The id of a section is its anchor on the page of the guide.',
    message: ({ id, line }) => `The guide already has a section '${id}', in line ${line}.`,
    hint: () => 'Give one of them another id.',
  }),
  'guide/link': code<{ to: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Link to nothing',
    why: 'A link in a guide leads to a fact, a step of a flow, a page of the spec, a term of the glossary, or an https address.',
    message: ({ to }) => `The link leads to '${to}', which the spec does not have.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ??
      'Write a fact path, such as call-offer:offer@call-id, a page, such as flows/one-to-one, or a term, such as glossary#term.',
  }),
  'guide/fact': code<{ path: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Table with an unknown fact',
    why: 'A table of a guide shows what the spec says of each of its facts.',
    message: ({ path }) => `There is no fact '${path}'.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ??
      'Write the path of a fact, such as call-offer:offer@call-id, or describe the fact.',
  }),
  'guide/bare': code<{ text: string }>({
    level: 'warning',
    title: 'Statement without a link to its evidence',
    why: 'A guide has no sources of its own: what it says is said, with its evidence, by a fact, a requirement or a step that it links to.',
    message: ({ text }) => `This links to nothing that says so: '${text}'.`,
    hint: () => 'Link to the fact, the requirement, the step or the question that the sentence rests on.',
  }),
} as const satisfies Record<string, Code<never>>;
