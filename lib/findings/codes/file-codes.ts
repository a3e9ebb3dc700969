import { type Code, code, type None } from '../parts/code.ts';

/** The files and folders of a spec. */
export const FILE_CODES = {
  'file/missing-folder': code<{ folder: string }>({
    level: 'error',
    title: 'Missing folder',
    why: 'A spec has at least a folder of stanzas; without it there is nothing to show.',
    message: ({ folder }) => `The spec has no folder ${folder}/.`,
    hint: ({ folder }) => `Is this the right folder? A spec contains ${folder}/<id>.yaml.`,
    way: 'nameSpec',
  }),
  'file/unknown-folder': code<{ name: string }>({
    level: 'note',
    title: 'Unknown folder',
    why: 'A spec folder may contain other files. Unknown ones are skipped with a note.',
    message: ({ name }) => `${name} is not a known folder or file of a spec; it is skipped.`,
  }),
  'file/near-name': code<{ name: string; meant: string }>({
    level: 'warning',
    title: 'Misspelled folder or file',
    why: 'Files in a folder with another name are not read, and would silently be missing from the site.',
    message: ({ name }) => `${name} is not a known folder or file of a spec; it is skipped.`,
    hint: ({ meant }) => `Did you mean ${meant}?`,
  }),
  'file/unreadable': code<{ reason: string }>({
    level: 'error',
    title: 'File cannot be read',
    why: 'A definition that cannot be read would silently be missing from the site.',
    message: ({ reason }) => `The file cannot be read: ${reason}.`,
    hint: () => 'Check its permissions and that it is a plain file.',
  }),
  'file/outside': code<None>({
    level: 'error',
    title: 'File leads outside',
    why: 'Nothing outside the spec folder is read, so that a pull request cannot expose other files.',
    message: () => 'The link leads outside the spec folder.',
    hint: () => 'Replace the link with the file itself.',
  }),
  'file/broken-checks': code<{ reason: string }>({
    level: 'error',
    title: 'Source checks cannot be read',
    why: 'What was found when the sources were opened is a generated file. An edited one may say what nobody has seen.',
    message: ({ reason }) => `The file of source checks cannot be read: ${reason}.`,
    hint: () => 'Generate it again.',
    way: 'checkSources',
  }),
} as const satisfies Record<string, Code<never>>;
