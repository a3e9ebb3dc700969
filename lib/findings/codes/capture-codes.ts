import { type Code, code } from '../parts/code.ts';

/** Captured stanzas. */
export const CAPTURE_CODES = {
  'capture/unreadable': code<{ reason: string }>({
    level: 'error',
    title: 'Capture cannot be read',
    why: 'A capture that is not one readable stanza shows nothing, and cannot be checked.',
    message: ({ reason }) => `The body is not one stanza that can be read: ${reason}.`,
    hint: () => 'Draft the capture again from its log.',
    way: 'draftAgain',
  }),
  'capture/tag': code<{ tag: string; actual: string }>({
    level: 'error',
    title: 'Capture of another stanza',
    why: 'A capture is found by the tag of its outermost node.',
    message: ({ tag, actual }) => `stanza_tag is '${tag}', but the body begins with <${actual}>.`,
    hint: ({ actual }) => `Write stanza_tag: ${actual}.`,
  }),
  'capture/not-sanitized': code<{ kinds: string }>({
    level: 'error',
    title: 'Capture is not sanitized',
    why: 'A capture holds placeholders only, and values that the spec itself lists: sanitizing it again changes nothing.',
    message: ({ kinds }) => `Sanitizing this capture still replaces something: ${kinds}.`,
    hint: () => 'Sanitize the body again, and put the result here.',
    way: 'sanitizeAgain',
  }),
  'capture/leak': code<{ kind: string }>({
    level: 'error',
    title: 'This may belong to somebody',
    why: 'Phone numbers, addresses, keys and the like must never be in the spec: published data cannot be recalled.',
    message: ({ kind }) => `This looks like ${kind}.`,
    hint: () =>
      'Replace it by a placeholder, such as A@s.whatsapp.net, 203.0.113.1 or CALLID-0001-synthetic. If it was ever pushed, it is public: take it out of the history too.',
  }),
  'capture/public-unused': code<Record<string, never>>({
    level: 'warning',
    title: 'Exception without a use',
    why: 'An exception that excuses nothing today may excuse something else tomorrow.',
    message: () => 'The leak check has nothing against this value in this capture.',
    hint: () => 'Take the entry out, or write the whole value as the capture has it.',
  }),
} as const satisfies Record<string, Code<never>>;
