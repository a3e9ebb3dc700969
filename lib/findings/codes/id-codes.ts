import { type Code, code } from '../parts/code.ts';

/** Ids and the names of files. */
export const ID_CODES = {
  'id/file-name': code<{ id: string; expected: string }>({
    level: 'error',
    title: 'Id is not the name of the file',
    why: 'A definition is found by the name of its file, so that is its id.',
    message: ({ id, expected }) => `The id is '${id}', but the file is called '${expected}'.`,
    hint: ({ id, expected }) => `Write id: ${expected}, or rename the file to ${id}.yaml.`,
  }),
  'id/duplicate': code<{ id: string; other: string }>({
    level: 'error',
    title: 'Id is taken',
    why: 'An id is the address of one definition, also on systems that ignore case.',
    message: ({ id, other }) => `The id '${id}' is already taken by ${other}.`,
    hint: () => 'Choose another id. Ids are never used again.',
  }),
  'id/reserved': code<{ id: string }>({
    level: 'error',
    title: 'Id is the name of a file of the site',
    why: 'The page of a definition is a folder with its id as its name, and the list of its kind stands beside it as `index.html`.',
    message: ({ id }) => `The id '${id}' is the name of the file that holds the list.`,
    hint: () => 'Choose another id, and rename the file to it.',
  }),
  'id/not-on-windows': code<{ name: string; reason: string }>({
    level: 'error',
    title: 'Name that Windows cannot store',
    why: 'The id of a definition is the name of its file and of its page. If Windows cannot store it, nobody can check out the repository there.',
    message: ({ name, reason }) => `Windows cannot store the name '${name}': ${reason}.`,
    hint: () => 'Choose another name, for the file and for the id in it.',
  }),
  'id/same-file': code<{ id: string; other: string; twin: string }>({
    level: 'error',
    title: 'Two ids publish one file',
    why: 'The page of a definition is a folder with its id as its name, and beside it stand its JSON and its Markdown: the id with .json and .md behind it.',
    message: ({ id, other, twin }) =>
      `The page of '${id}' would stand at the same address as the ${twin} of '${other}'.`,
    hint: () => 'Choose another id, and rename the file to it.',
  }),
  'id/question': code<{ id: string; other: string }>({
    level: 'error',
    title: 'Question id is taken',
    why: 'Captures and pull requests refer to a question by its id, which must be unique.',
    message: ({ id, other }) => `The question id '${id}' is already taken in ${other}.`,
    hint: () => 'Choose another id. Ids of questions are never used again.',
  }),
} as const satisfies Record<string, Code<never>>;
