import { type Code, code, didYouMean } from '../parts/code.ts';

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Definitions against their schemas. */
export const SCHEMA_CODES = {
  'schema/unknown-key': code<{ key: string; allowed: readonly string[]; suggestion?: string | undefined }>({
    level: 'error',
    policy: ({ suggestion }) => suggestion === undefined,
    title: 'Unknown key',
    why: 'A misspelled key would silently be ignored. A key that resembles no known one may be that of another team: the definition is read without it.',
    message: ({ key }) => `The key '${key}' is not known here.`,
    hint: ({ allowed, suggestion }) => didYouMean(suggestion) ?? `Known keys: ${allowed.join(', ')}.`,
  }),
  'schema/missing-key': code<{
    keys: readonly string[];
    /** A key that may be there instead of one of them. */
    instead?: { readonly key: string; readonly of: string } | undefined;
  }>({
    level: 'error',
    title: 'Missing key',
    why: 'Readers rely on this value.',
    message: ({ keys }) =>
      keys.length === 1
        ? `The key '${keys[0]}' is missing here.`
        : `The keys ${joined(keys.map((key) => `'${key}'`))} are missing here.`,
    hint: ({ keys, instead }) => {
      const add = `Add ${joined(keys.map((key) => `'${key}:'`))}.`;
      return instead === undefined
        ? add
        : `${add} '${instead.key}:' can be used instead of '${instead.of}:'.`;
    },
  }),
  'schema/no-value': code<{ key: string; mayBeEmpty: boolean }>({
    level: 'error',
    title: 'Required key without a value',
    why: 'Readers rely on this value, and an empty one tells them nothing.',
    message: ({ key }) => `The key '${key}' has no value, and needs one.`,
    hint: ({ mayBeEmpty }) =>
      mayBeEmpty ? "Write it here. A text that is empty is written ''." : 'Write it here.',
  }),
  'schema/wrong-type': code<{ expected: string; actual: string; instead?: string | undefined }>({
    level: 'error',
    title: 'Wrong type',
    why: 'A value of the wrong type cannot be shown correctly.',
    message: ({ expected, actual }) => `Expected ${expected}, found ${actual}.`,
    hint: ({ instead }) => (instead === undefined ? undefined : `Write it as a list: ${instead}.`),
  }),
  'schema/unquoted': code<{ text: string; actual: string }>({
    level: 'error',
    title: 'Unquoted text',
    why: 'YAML reads an unquoted 1.10 as the number 1.1, and an unquoted yes, null or 0x1f as something else again.',
    message: ({ text, actual }) => `YAML reads ${text} as ${actual}, but a text is expected.`,
    hint: ({ text }) => `Put it in quotes: '${text}'.`,
  }),
  'schema/unquoted-value': code<{ text: string; actual: string }>({
    level: 'warning',
    policy: true,
    title: 'Unquoted value',
    why: 'All values on the wire are text, so the value is read as it is spelled.',
    message: ({ text, actual }) => `YAML reads ${text} as ${actual}; here it is read as the text '${text}'.`,
    hint: ({ text }) => `Put it in quotes: '${text}'.`,
  }),
  'schema/not-allowed': code<{
    value: string;
    allowed: readonly string[];
    suggestion?: string | undefined;
    /** What else may stand here, such as a mapping. */
    others?: string | undefined;
  }>({
    level: 'error',
    title: 'Value not allowed',
    why: 'Programs and readers rely on a closed set of words here.',
    message: ({ value, allowed, others }) =>
      `'${value}' is not allowed here. Use one of: ${allowed.join(', ')}${others === undefined ? '' : `; or ${others}`}.`,
    hint: ({ suggestion }) => didYouMean(suggestion),
  }),
  'schema/bad-form': code<{ value: string; pattern: string; meaning: string }>({
    level: 'error',
    title: 'Wrong format',
    why: 'The value becomes part of an address, a link or a comparison, so it must have the right format.',
    message: ({ value }) => `'${value}' does not have the right format.`,
    hint: ({ meaning }) => meaning,
  }),
  'schema/size': code<{ what: string }>({
    level: 'error',
    title: 'Too long, too short, too many or too few',
    why: 'Limits keep pages readable, and hostile files harmless.',
    message: ({ what }) => `${what}.`,
  }),
  'schema/repeated': code<{ value: string }>({
    level: 'error',
    title: 'Repeated item',
    why: 'An item that is listed twice would be counted twice.',
    message: ({ value }) => `${value} is listed more than once.`,
    hint: () => 'Keep one of them.',
  }),
} as const satisfies Record<string, Code<never>>;
