import type { CodeCases, Files } from './case.ts';
import { attribute, child, enumeration, stanza } from './texts.ts';

const X = 'stanzas/call-x.yaml';

/** A type: five lines, then the rest. */
const type = (id: string, rest = '', base = 'string'): string => `id: ${id}
status: draft
summary: A type.
base: ${base}
privacy: id
${rest}`;
const withType = (rest: string, base = 'string'): Files => ({
  [X]: stanza(),
  'types/call-id.yaml': type('call-id', rest, base),
});

export const TYPE_CASES: readonly CodeCases[] = [
  {
    code: 'reference/type',
    accepts: [
      {
        [X]: stanza(`attributes:\n  - ${attribute('a', 'call-id')}\n  - ${attribute('b', 'int')}\n`),
        'types/call-id.yaml': type('call-id'),
      },
    ],
    rejects: [
      {
        [X]: stanza(
          `attributes:\n  - ${attribute('a', '»call_id')}\n  - ${attribute('b', '»String')}\n  - ${attribute('c', '»colors')}\n`,
        ),
        'types/call-id.yaml': type('call-id'),
        'enums/colors.yaml': enumeration(['red']),
      },
      {
        [X]: stanza(
          `children:\n  - ${child('a', '1', 'content: { type: »blob, confidence: unknown, description: Text. }')}\n`,
        ),
      },
    ],
  },
  {
    code: 'type/built-in',
    accepts: [{ [X]: stanza(), 'types/integer.yaml': type('integer', '', 'int') }],
    rejects: [
      { [X]: stanza(), 'types/int.yaml': type('»int', "pattern: '('\n", 'int') },
      { [X]: stanza(), 'types/bytes.yaml': type('»bytes'), 'types/jid.yaml': type('»jid') },
    ],
  },
  {
    code: 'type/pattern',
    accepts: [
      withType("pattern: '[0-9A-F]{32}'\n"),
      withType("pattern: '(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?'\n"),
    ],
    rejects: [
      withType("pattern: '»(a+)+'\n"),
      withType("pattern: 'a*»a'\n"),
      withType("pattern: '(a|»ab)'\n"),
      withType("pattern: 'a»(?=b)'\n"),
      withType("pattern: '(a)»\\1'\n"),
      withType("pattern: '»^a$'\n"),
      withType("pattern: 'a»(b'\n"),
      withType("pattern: '»(?:a?)*'\n"),
      withType("pattern: 'a|»'\n"),
      withType("pattern: '(?:»[a-z]{9}){999}'\n"),
    ],
  },
  {
    code: 'type/placeholder',
    accepts: [
      withType(
        "placeholder: { form: '{call}:{device}', parts: [{ name: call, privacy: id }, { name: device, privacy: device }] }\nexamples: ['a:1']\n",
      ),
    ],
    rejects: [
      withType("placeholder: { form: '»{a}', parts: [{ name: a, privacy: id }] }\n", 'jid'),
      withType("placeholder: { form: 'a»{call}', parts: [{ name: device, privacy: id }] }\n"),
      withType("placeholder: { form: '{call}»{call}', parts: [{ name: call, privacy: id }] }\n"),
      withType(
        "placeholder: { form: '{a}»{b}', parts: [{ name: a, privacy: id }, { name: b, privacy: id }] }\n",
      ),
      withType("placeholder: { form: '{a}:»}', parts: [{ name: a, privacy: id }] }\n"),
      withType(
        "placeholder: { form: '»{a}', parts: [{ name: a, privacy: id }, { name: b, privacy: id }] }\n",
      ),
    ],
  },
  {
    code: 'type/typescript',
    accepts: [
      withType('typescript: string\n'),
      withType('typescript: "`${string}@${string}` | \'call\' | number"\n'),
    ],
    rejects: [
      withType('typescript: »any\n'),
      withType('typescript: "string | »import(\'fs\')"\n'),
      withType('typescript: "»`${Foo}`"\n'),
      withType('typescript: "string»; export const x = 1"\n'),
    ],
  },
  {
    code: 'type/example',
    accepts: [
      withType("pattern: '[0-9A-F]{4}'\nexamples: ['00AF', CALLID-0001-synthetic]\n"),
      withType("examples: ['12']\n", 'int'),
    ],
    rejects: [
      withType(
        "pattern: '[0-9A-F]{4}'\nexpected: a call id has four digits in hex\nexamples: [»'00af', '00AF']\n",
      ),
      withType("pattern: '[0-9A-F]{4}'\nexamples: [»'00AFF']\n"),
      withType('examples: [»one]\n', 'int'),
      withType(
        "placeholder: { form: '{a}:{b}', parts: [{ name: a, privacy: id }, { name: b, privacy: id }] }\nexamples: [»ab]\n",
      ),
    ],
  },
];
