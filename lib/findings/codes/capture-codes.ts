import { type Code, code } from '../parts/code.ts';

/** Captured stanzas. */
export const CAPTURE_CODES = {
  'capture/unreadable': code<{ reason: string }>({
    level: 'error',
    title: 'Capture cannot be read',
    why: 'A capture must contain exactly one readable stanza; otherwise it is no evidence and cannot be checked.',
    message: ({ reason }) => `The body is not a single readable stanza: ${reason}.`,
    hint: () => 'Draft the capture again from its log.',
    way: 'draftAgain',
  }),
  'capture/tag': code<{ tag: string; actual: string }>({
    level: 'error',
    title: 'Capture of another stanza',
    why: 'Captures are looked up by the tag of their outermost node.',
    message: ({ tag, actual }) => `stanza_tag is '${tag}', but the body begins with <${actual}>.`,
    hint: ({ actual }) => `Write stanza_tag: ${actual}.`,
  }),
  'capture/two-forms': code<{ keys: readonly string[] }>({
    level: 'error',
    title: 'Capture in two forms',
    why: 'A capture is a single stanza or a trace; with both, a source would not say which one it means.',
    message: ({ keys }) => `Beside its trace, this capture has ${keys.join(' and ')}.`,
    hint: ({ keys }) => `Remove ${keys.join(' and ')}; or remove the trace.`,
  }),
  'capture/order': code<{ at: number; before: number }>({
    level: 'error',
    title: 'Trace out of order',
    why: 'The records of a trace are in the order in which they were captured, and times count from the first one, so that a reader sees what came before what.',
    message: ({ at, before }) =>
      before === 0
        ? `The first record of a trace is at 0, not at ${at}.`
        : `This record is at ${at}, and the one before it is at ${before}.`,
    hint: () => 'Put the records in the order in which they were captured, and count from the first one.',
  }),
  'capture/engine': code<Record<string, never>>({
    level: 'error',
    title: 'Message to the own engine in a trace',
    why: 'A hook in a client also records what the client exchanges with its own engine. That is never sent, so it is no evidence for the protocol.',
    message: () => 'This is a message between the client and its own engine, which is not sent.',
    hint: () =>
      'Remove the record, and correct the numbers in sources that name a later record of this trace.',
  }),
  'capture/not-sanitized': code<{ kinds: string }>({
    level: 'error',
    title: 'Capture is not sanitized',
    why: 'A capture contains only placeholders and values that the spec lists, so sanitizing it again must not change it.',
    message: ({ kinds }) => `This capture still contains values that the sanitizer replaces: ${kinds}.`,
    hint: () => 'Sanitize the body again and replace it with the result.',
    way: 'sanitizeAgain',
  }),
  'capture/leak': code<{ kind: string }>({
    level: 'error',
    title: 'Possible personal data',
    why: 'Phone numbers, addresses, keys and the like must never be in the spec: published data cannot be recalled.',
    message: ({ kind }) => `This looks like ${kind}.`,
    hint: () =>
      'Replace it with a placeholder, such as A@s.whatsapp.net, 203.0.113.1 or CALLID-0001-synthetic. If it was ever pushed, it is public: remove it from the history as well.',
  }),
  'capture/public-unused': code<Record<string, never>>({
    level: 'warning',
    title: 'Exception without a use',
    why: 'An exception that excuses nothing today may excuse something else tomorrow.',
    message: () => 'The leak check reports nothing about this value in this capture.',
    hint: () => 'Remove the entry, or write the whole value as it is in the capture.',
  }),
} as const satisfies Record<string, Code<never>>;
