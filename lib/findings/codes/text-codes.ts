import { type Code, code } from '../parts/code.ts';

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
  'version/ahead': code<{ version: string; spec: string }>({
    level: 'warning',
    title: 'Version is newer than the spec',
    why: 'The version of a definition is the version of the spec in which it last changed.',
    message: ({ version, spec }) => `This says ${version}, but the spec is at ${spec}.`,
    hint: ({ spec }) => `Write '${spec}', or release the new version first.`,
  }),
} as const satisfies Record<string, Code<never>>;
