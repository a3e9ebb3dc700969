import { type Code, code } from '../parts/code.ts';

/** Ids and the names of files. */
export const ID_CODES = {
  'id/file-name': code<{ id: string; expected: string }>({
    level: 'error',
    title: 'Id is not the name of the file',
    why: 'Definitions are looked up by the name of their file, so that is the id.',
    message: ({ id, expected }) => `The id is '${id}', but the file is called '${expected}'.`,
    hint: ({ id, expected }) => `Write id: ${expected}, or rename the file to ${id}.yaml.`,
  }),
  'id/duplicate': code<{ id: string; other: string }>({
    level: 'error',
    title: 'Duplicate id',
    why: 'An id is the address of one definition, even on systems that ignore case.',
    message: ({ id, other }) => `The id '${id}' is already taken by ${other}.`,
    hint: () => 'Choose another id. Ids are never reused.',
  }),
  'id/reserved': code<{ id: string }>({
    level: 'error',
    title: 'Reserved id',
    why: 'The page of a definition is a folder named after its id, beside `index.html`, the list of its kind.',
    message: ({ id }) => `The id '${id}' is reserved for the page that lists all definitions of this kind.`,
    hint: () => 'Choose another id, and rename the file to it.',
  }),
  'id/not-on-windows': code<{ name: string; reason: string }>({
    level: 'error',
    title: 'Name that Windows cannot store',
    why: 'The id of a definition is the name of its file and of its page. If Windows cannot store it, nobody can check out the repository there.',
    message: ({ name, reason }) => `Windows cannot store the name '${name}': ${reason}.`,
    hint: () => 'Choose another name for the file and its id.',
  }),
  'id/same-file': code<{ id: string; other: string; twin: string }>({
    level: 'error',
    title: 'Two ids publish one file',
    why: 'The page of a definition is a folder named after its id. Its JSON and Markdown are beside it, with .json and .md appended to the id.',
    message: ({ id, other, twin }) =>
      `The page of '${id}' would have the same address as the ${twin} of '${other}'.`,
    hint: () => 'Choose another id, and rename the file to it.',
  }),
  'id/question': code<{ id: string; other: string }>({
    level: 'error',
    title: 'Duplicate question id',
    why: 'Captures and pull requests refer to a question by its id, which must be unique.',
    message: ({ id, other }) => `The question id '${id}' is already taken in ${other}.`,
    hint: () => 'Choose another id. Ids of questions are never reused.',
  }),
} as const satisfies Record<string, Code<never>>;
