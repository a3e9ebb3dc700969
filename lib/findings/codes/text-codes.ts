import { type Code, code } from '../parts/code.ts';

/** What becomes of Markdown that is not rendered, and what to write instead. */
const NOT_RENDERED = {
  table: {
    says: 'makes a table, which is shown as it is written',
    hint: 'Write a list. What bytes mean belongs into a layout.',
  },
  rule: {
    says: 'is a line across the page, which is left out',
    hint: 'Remove it, or write a heading.',
  },
  image: {
    says: 'is an image, which is shown as it is written',
    hint: 'Say in words what it shows, or link to it.',
  },
  html: {
    says: 'is HTML, which is shown as it is written',
    hint: 'Use Markdown, or put it in backticks as code.',
  },
  definition: {
    says: 'gives the address of a link that the text does not have; it is left out',
    hint: 'Write the link, such as [words](https://example.org/), or remove the address.',
  },
} as const;

/** Texts and versions. */
export const TEXT_CODES = {
  'text/placeholder': code<{ word: string }>({
    level: 'warning',
    title: 'Unfinished text',
    why: 'A skeleton must be filled in; published as it is, it tells readers nothing.',
    message: ({ word }) => `“${word}” still has to be filled in.`,
    hint: () => 'Write what is known, or remove the entry.',
  }),
  'text/not-linked': code<{ url: string }>({
    level: 'warning',
    title: 'Link that is not rendered',
    why: 'Only https addresses become links in a text; others are shown as written, with their brackets.',
    message: ({ url }) => `'${url}' is not an https address; the link is shown as written.`,
    hint: () => 'Use an address that begins with https://, or put it in backticks as code.',
  }),
  'text/html': code<{ markup: string }>({
    level: 'warning',
    title: 'HTML in a text',
    why: 'HTML is not rendered: readers see the tags themselves.',
    message: ({ markup }) => `${markup} is shown as written; texts cannot contain HTML.`,
    hint: () => 'Use `code`, *emphasis*, **strong emphasis** or [a link](https://…), or put it in backticks.',
  }),
  'text/markdown': code<{ what: 'table' | 'rule' | 'image' | 'html' | 'definition'; written: string }>({
    level: 'warning',
    policy: true,
    title: 'Markdown that is not rendered',
    why: 'Pages show paragraphs, headings, lists, quotes, code, emphasis and links. Readers see other markup as it is written, or not at all.',
    message: ({ what, written }) => `'${written}' ${NOT_RENDERED[what].says}.`,
    hint: ({ what }) => NOT_RENDERED[what].hint,
  }),
  'version/ahead': code<{ version: string; spec: string }>({
    level: 'warning',
    title: 'Version is newer than the spec',
    why: 'The version of a definition is the version of the spec in which it last changed.',
    message: ({ version, spec }) => `This says ${version}, but the spec is at ${spec}.`,
    hint: ({ spec }) => `Write '${spec}', or release the new version first.`,
  }),
} as const satisfies Record<string, Code<never>>;
