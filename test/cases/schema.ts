import type { CodeCases, Files } from './case.ts';
import { attribute, child, enumeration, stanza, used } from './texts.ts';

const file = (text: string): Files => ({ 'stanzas/call-x.yaml': text });

export const SCHEMA_CASES: readonly CodeCases[] = [
  {
    code: 'schema/unknown-key',
    accepts: [file(stanza('notes: A note.\n'))],
    rejects: [
      file(stanza('»note: a\n»constructor: b\n')),
      file(stanza(`attributes:\n  - ${attribute('a', 'int', '»requird: true')}\n`)),
      file(stanza('references:\n  - { »titel: a, url: https://a.example/ }\n')),
      file(stanza('»"__proto__": a\n')),
    ],
  },
  {
    code: 'schema/no-value',
    accepts: [{ ...file(stanza()), 'enums/colors.yaml': enumeration(["''"]) }],
    rejects: [
      file(
        stanza().replace('category: signaling', '»category: ~').replace('summary: A stanza.', '»summary:'),
      ),
      { ...file(stanza()), 'enums/colors.yaml': enumeration(['a']).replace('value: a', '»value: ') },
    ],
  },
  {
    code: 'schema/missing-key',
    accepts: [file(stanza())],
    rejects: [
      // One finding for all keys that are missing, at the beginning of the mapping.
      file(
        stanza()
          .replace('id: call-x', '»id: call-x')
          .replace('tag: call\n', '')
          .replace('summary: A stanza.\n', ''),
      ),
      file(
        stanza(
          'attributes:\n  - »{ name: a, type: int }\n  - »{ name: b, type: int, confidence: unknown }\n',
        ),
      ),
      { 'stanzas/call-x.yaml': stanza(), 'spec.yaml': '»title: A spec\n' },
      // A child describes itself, or is a shared node.
      file(
        stanza(
          "children:\n  - »{ tag: a, occurrence: '1', confidence: unknown }\n  - »{ tag: b, confidence: unknown }\n",
        ),
      ),
    ],
  },
  {
    code: 'schema/wrong-type',
    accepts: [file(stanza('attributes: []\nchildren: []\n'))],
    rejects: [
      file(stanza('attributes: »a\nchildren: »{}\n')),
      file(stanza(`attributes:\n  - ${attribute('a', 'int', "required: »'yes'")}\n  - »a\n`)),
      file('»just text\n'),
      file(
        stanza(
          `attributes:\n  - ${attribute('a', 'int', 'written_by: »server')}\nchildren: [${used('te', "without: »'@ip'")}]\n`,
        ),
      ),
    ],
  },
  {
    code: 'schema/unquoted',
    accepts: [file(stanza("notes: '12'\n"))],
    rejects: [
      file(stanza('notes: »1.10\n')),
      file(stanza('references:\n  - { title: »yes, url: »12 }\n').replaceAll('yes', 'true')),
    ],
  },
  {
    code: 'schema/unquoted-value',
    accepts: [file(stanza(`attributes:\n  - ${attribute('a', 'int', "observed_values: ['1']")}\n`))],
    rejects: [
      file(
        stanza(
          `attributes:\n  - ${attribute('a', 'string', 'observed_values: [»1, »1.10, b, »0x1f, »true]')}\n`,
        ),
      ),
      {
        'stanzas/call-x.yaml': stanza(`children:\n  - ${child('a').replace("'1'", '»1')}\n`),
        'enums/colors.yaml': enumeration(['»1', 'red', '»false']),
      },
    ],
  },
  {
    code: 'schema/not-allowed',
    accepts: [file(stanza().replace('draft', 'review'))],
    rejects: [
      file(stanza().replace('draft', '»drafted').replace('[outgoing]', '[outgoing, »sideways]')),
      file(
        stanza(
          `attributes:\n  - ${attribute('a', 'int', '', '»sure')}\n  - ${attribute('b', 'int', '', '»maybe')}\n`,
        ),
      ),
      // What YAML reads as something else, and quotes would not help.
      file(
        stanza(
          `attributes:\n  - ${attribute('a', 'int', 'sent: »false, delivered: { presence: »yes }').replace('yes', 'true')}\nchildren: [${child('b', '2').replace("'2'", '»2')}]\n`,
        ),
      ),
      file(
        stanza(
          `attributes:\n  - ${attribute('a', 'int', 'sent: »allways, delivered: { presence: »required }')}\nchildren_order: { sent: »sorted }\n`,
        ),
      ),
    ],
  },
  {
    code: 'schema/bad-form',
    accepts: [file(stanza(`children:\n  - ${child('a_b.c:d-e')}\n`))],
    rejects: [
      file(stanza(`children:\n  - ${child('»<b>')}\n  - ${child('»a/b')}\n`)),
      file(stanza(`attributes:\n  - ${attribute('»"a b"', 'int')}\n  - ${attribute('b', "»'enum:'")}\n`)),
      file(stanza().replace("'0.1.0'", '»v1')),
      file(
        stanza(
          "one_of:\n  - { id: a, of: [b, »c/d], occurrence: '1', confidence: unknown, description: A choice. }\n",
        ),
      ),
      file(stanza(`children: [${used('te', "without: [»'a b']")}]\n`)),
      // A reason without words.
      file(stanza(`rated_lower: »'  '\nattributes: [${attribute('a', 'int', "rated_lower: »' '")}]\n`)),
    ],
  },
  {
    code: 'schema/size',
    accepts: [file(stanza(`notes: ${'x'.repeat(8000)}\n`))],
    rejects: [
      file(stanza(`notes: »${'x'.repeat(8001)}\nexamples: [{ title: a, format: xml, body: »'' }]\n`)),
      file(stanza(`rated_lower: »''\nattributes: [${attribute('a', 'int', "rated_lower: »''")}]\n`)),
      file(
        stanza(
          `references: »[${Array.from({ length: 101 }, (_, i) => `https://a.example/${i}`).join(', ')}]\n`,
        ),
      ),
    ],
  },
  {
    code: 'schema/repeated',
    accepts: [file(stanza().replace('[outgoing]', '[outgoing, incoming]'))],
    rejects: [
      file(stanza().replace('[outgoing]', '[outgoing, incoming, »outgoing]')),
      file(
        stanza(`attributes:\n  - ${attribute('a', 'int', "provenance: { sources: ['#1', '#2', »'#2'] }")}\n`),
      ),
    ],
  },
];
