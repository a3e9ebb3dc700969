import { type Code, code } from '../parts/code.ts';

/** Texts and versions. */
export const TEXT_CODES = {
  'text/placeholder': code<{ word: string }>({
    level: 'warning',
    title: 'Text that is still to be filled in',
    why: 'A skeleton is meant to be filled in; published as it is, it tells readers nothing.',
    message: ({ word }) => `“${word}” is still to be filled in.`,
    hint: () => 'Write what is known, or take the entry out.',
  }),
  'text/not-linked': code<{ url: string }>({
    level: 'warning',
    title: 'Link that does not become one',
    why: 'Only https addresses become links in a text; any other is shown as it is written, with its brackets.',
    message: ({ url }) => `'${url}' is not an https address; the link is shown as it is written.`,
    hint: () => 'Give an address that begins with https://, or put it between backticks as code.',
  }),
  'text/html': code<{ markup: string }>({
    level: 'warning',
    title: 'HTML in a text',
    why: 'HTML is never run: readers see the tags themselves.',
    message: ({ markup }) => `${markup} is shown as it is written; a text has no HTML.`,
    hint: () =>
      'Use `code`, *emphasis*, **strong emphasis** or [a link](https://…), or put it between backticks.',
  }),
  'version/ahead': code<{ version: string; spec: string }>({
    level: 'warning',
    title: 'Version beyond that of the spec',
    why: 'The version of a definition is the one of the spec in which it last changed.',
    message: ({ version, spec }) => `The spec is at ${spec}; this says ${version}.`,
    hint: ({ spec }) => `Write '${spec}', or release the new version first.`,
  }),
} as const satisfies Record<string, Code<never>>;
