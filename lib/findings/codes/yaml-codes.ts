import { type Code, code, type None } from '../parts/code.ts';

/** The bytes and the YAML of a file. */
export const YAML_CODES = {
  'yaml/too-large': code<{ size: number; limit: number }>({
    level: 'error',
    title: 'File too large',
    why: 'A definition is read by people; a file above the limit is a mistake or an attack.',
    message: ({ size, limit }) => `The file has ${size} bytes; the limit is ${limit}.`,
    hint: () => 'Split it, or remove what is not a fact.',
  }),
  'yaml/encoding': code<None>({
    level: 'error',
    title: 'Not UTF-8',
    why: 'Bytes that are not UTF-8 would be shown as the wrong characters.',
    message: () => 'The file is not valid UTF-8 from here on.',
    hint: () => 'Save the file as UTF-8.',
  }),
  'yaml/control-character': code<{ character: string }>({
    level: 'error',
    title: 'Control character',
    why: 'Control characters and characters that change the direction of writing can make a text look like another one.',
    message: ({ character }) => `The character ${character} is not allowed.`,
    hint: () => 'Remove it, or describe it in words.',
  }),
  'yaml/empty': code<None>({
    level: 'error',
    title: 'Empty file',
    why: 'A definition without content says nothing.',
    message: () => 'The file has no content.',
    hint: () => 'Fill it in, or delete it.',
    way: 'newEntry',
  }),
  'yaml/several-documents': code<None>({
    level: 'error',
    title: 'Several documents in one file',
    why: 'Each file contains one definition: the name of the file is its id.',
    message: () => 'A second document begins here.',
    hint: () => 'Move it to a file of its own.',
  }),
  'yaml/syntax': code<{ reason: string; hint: string }>({
    level: 'error',
    title: 'YAML syntax',
    why: 'The file cannot be read from this position on.',
    message: ({ reason }) => `This is not valid YAML: ${reason}.`,
    hint: ({ hint }) => hint,
  }),
  'yaml/more-errors': code<{ count: number }>({
    level: 'error',
    title: 'More syntax errors',
    why: 'One mistake can make all that follows unreadable; a list of hundreds of errors hides the one that matters, the first.',
    message: ({ count }) =>
      count === 1 ? 'One more syntax error is here.' : `${count} more syntax errors follow from here on.`,
    hint: () => 'Fix the first ones; the others often disappear with them.',
  }),
  'yaml/directive': code<{ name: string }>({
    level: 'error',
    title: 'YAML directive',
    why: 'A directive changes what the rest of the file means. The YAML of a spec is 1.2 and needs none.',
    message: ({ name }) => `The directive ${name} is not allowed.`,
    hint: () => 'Remove it.',
  }),
  'yaml/too-deep': code<{ limit: number }>({
    level: 'error',
    title: 'Nested too deeply',
    why: 'No stanza is nested this deep; such a file is a mistake or an attack.',
    message: ({ limit }) => `The file is nested deeper than ${limit} levels.`,
    hint: () => 'Flatten it.',
  }),
  'yaml/duplicate-key': code<{ key: string; line: number }>({
    level: 'error',
    title: 'Duplicate key',
    why: 'One of two equal keys would silently be ignored.',
    message: ({ key, line }) => `The key '${key}' is already used in line ${line}.`,
    hint: () => 'Keep one of the two.',
  }),
  'yaml/key-not-text': code<None>({
    level: 'error',
    title: 'Key is not text',
    why: 'Keys are names; a list, a mapping or a number cannot be one.',
    message: () => 'This key is not a plain name.',
    hint: () => 'Write a name as the key, in quotes if it is a number.',
  }),
  'yaml/anchor': code<{ name: string }>({
    level: 'error',
    title: 'Anchor',
    why: 'Each fact is written where it is read. Anchors hide facts, and can make small files huge.',
    message: ({ name }) => `The anchor &${name} is not allowed.`,
    hint: () => 'Write the value out in both places. If text was meant, put it in quotes.',
  }),
  'yaml/alias': code<{ name: string }>({
    level: 'error',
    title: 'Alias',
    why: 'Each fact is written where it is read. Aliases hide facts, and can make small files huge.',
    message: ({ name }) => `The alias *${name} is not allowed.`,
    hint: () => 'Write the value out. If text was meant, put it in quotes.',
  }),
  'yaml/tag': code<{ name: string }>({
    level: 'error',
    title: 'YAML tag',
    why: 'Tags change the type of a value, which the schema already defines.',
    message: ({ name }) => `The tag ${name} is not allowed.`,
    hint: () => 'Remove it. If text was meant, put it in quotes.',
  }),
  'yaml/merge-key': code<None>({
    level: 'error',
    title: 'Merge key',
    why: 'Each fact is written where it is read; a merge key takes it from elsewhere.',
    message: () => 'The merge key << is not allowed.',
    hint: () => 'Write the keys out.',
  }),
  'yaml/no-value': code<{ key: string; spelling: string; comment: boolean }>({
    level: 'warning',
    title: 'Key without a value',
    why: 'An empty value means neither yes nor no. It is read as if the key were missing.',
    message: ({ key, spelling }) =>
      spelling === ''
        ? `The key '${key}' has no value.`
        : `YAML reads ${spelling} as null, so the key '${key}' has no value.`,
    hint: ({ spelling, comment }) => {
      if (comment) return 'A # starts a comment. If it is part of the value, put the value in quotes.';
      if (spelling === '') return 'Add a value, or remove the key.';
      return `If you mean the text, put it in quotes: '${spelling}'. Otherwise remove the key.`;
    },
  }),
  'yaml/comment-in-text': code<None>({
    level: 'warning',
    title: 'Text ends at a #',
    why: 'A # after a space starts a comment, and the rest of the line is ignored.',
    message: () => 'This # starts a comment, so the text ends before it.',
    hint: () =>
      'Put the text in quotes, or after >- on lines of its own. If it is a comment, write a space after the #.',
  }),
} as const satisfies Record<string, Code<never>>;
