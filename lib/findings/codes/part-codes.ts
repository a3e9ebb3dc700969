import { type Code, code, didYouMean } from '../parts/code.ts';

/** Parts: their places, their names, and layouts that do not fit. */
export const PART_CODES = {
  'part/category': code<{ category: string; folder: string }>({
    level: 'error',
    title: 'Part in the folder of another category',
    why: 'The category of a part is the name of its folder.',
    message: ({ category, folder }) => `The category is '${category}', but the file is in '${folder}/'.`,
    hint: ({ category, folder }) => `Write 'category: ${folder}', or move the file to ${category}/.`,
  }),
  'part/code-taken': code<{ code: string; other: string }>({
    level: 'error',
    title: 'Code of two parts',
    why: 'Comments in code cite parts by their codes, so each code belongs to one part.',
    message: ({ code: taken, other }) => `The code ${taken} already belongs to the part '${other}'.`,
    hint: () => 'Give one of them another code.',
  }),
  'part/duplicate-id': code<{ id: string; line: number }>({
    level: 'error',
    title: 'Two statements with one name',
    why: 'The requirements, layouts, steps and questions of a part share one set of names: each is an anchor on its page.',
    message: ({ id, line }) => `The part already has '${id}', in line ${line}.`,
    hint: () => 'Give one of them another name.',
  }),
  'part/subject': code<{ subject: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Requirement about an unknown fact',
    why: 'Readers follow a requirement to the fact that it speaks of, and find it on the page of that fact.',
    message: ({ subject }) => `There is no fact or definition '${subject}'.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ??
      'Write the path of a fact, such as call-offer:offer@call-id, or the id of a stanza; or describe the fact.',
  }),
  'part/link': code<{ to: string; words: string; suggestion?: string | undefined }>({
    level: 'error',
    title: 'Link to an unknown part',
    why: 'A link in the Markdown of a part leads to another part by its id, or to an https address.',
    message: ({ to, words }) =>
      `The link '${words}' leads to '${to}', which is neither a part nor an https address.`,
    hint: ({ suggestion }) => didYouMean(suggestion) ?? 'Write the id of a part, or a whole address.',
  }),
  'part/layout': code<{ field: string | undefined; reason: string }>({
    level: 'error',
    title: 'Layout whose fields do not fit',
    why: 'Readers take the places of fields from the layout, so the fields follow each other and fill it.',
    message: ({ field, reason }) =>
      field === undefined
        ? `The layout does not fit: ${reason}.`
        : `The field '${field}' does not fit: ${reason}.`,
    hint: () => 'Correct the length or the offset of the field, or the size of the layout.',
  }),
  'part/vector': code<{ reason: string }>({
    level: 'error',
    title: 'Vector that does not fit its layout',
    why: 'A vector shows what bytes mean. Programs test themselves with it.',
    message: ({ reason }) => `The vector does not fit its layout: ${reason}.`,
    hint: () =>
      'Correct the bytes, the value or the layout. Values are decimals for numbers, hex for bytes, and texts as they are.',
  }),
} as const satisfies Record<string, Code<never>>;
