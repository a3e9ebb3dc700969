import type { CodeCases, Files } from './case.ts';
import { attribute, child, stanza } from './texts.ts';

const DENIED = 'disputes: [{ claim: Nobody has it., refutes: true, sources: ["#1"] }]';

const DEFINITION = `attributes:
  - ${attribute('to', 'string', 'delivered: never')}
  - ${attribute('from', 'string', 'sent: never')}
  - ${attribute('color', 'enum:colors')}
  - ${attribute('old', 'string', DENIED)}
children:
  - ${child('te', '0..n', `attributes: [${attribute('ip', 'string')}], ${DENIED}`)}
  - ${child('net', '0..1', 'content: { type: enum:colors, confidence: unknown, description: Text. }')}
  - ${child("'*'", '0..n', 'tags_from: enum:colors')}
`;

const ENUM = `id: colors
title: Colors
status: draft
summary: An enum.
values:
  - { value: red, confidence: unknown, description: A value. }
  - { value: blue, confidence: unknown, description: A value., ${DENIED} }
`;

/** A stanza with examples that have these keys besides their title and format. */
const shown = (...examples: readonly string[]): Files => ({
  'stanzas/call-x.yaml': stanza(
    `${DEFINITION}examples:\n${examples.map((one) => `  - { title: A, format: xml, ${one} }\n`).join('')}`,
  ),
  'enums/colors.yaml': ENUM,
});

export const EXAMPLE_FAULT_CASES: readonly CodeCases[] = [
  {
    code: 'example/refuted',
    accepts: [
      shown('body: <call color="red"><net>red</net><red/></call>'),
      shown('historical: true, body: <call color="blue"/>', 'historical: true, body: <call><te/></call>'),
    ],
    rejects: [
      // What is inside of a refuted part is not named again.
      shown('body: <call »color="blue" »old="1"><»te ip="1"/></call>'),
      shown('leg: sent, body: <call><»net>blue</net></call>', 'body: <call><»blue/></call>'),
      shown('historical: false, body: <call »color="blue"/>'),
    ],
  },
  {
    code: 'example/no-leg',
    accepts: [
      shown('body: <call to="a"/>', 'body: <call from="a"/>', 'body: <call/>'),
      shown('historical: true, body: <call to="a" from="b"/>'),
      // What its leg never has is no mistake of a historical example, either.
      shown('historical: true, leg: delivered, body: <call to="a"/>'),
    ],
    rejects: [
      shown('body: <call to="a" »from="b"/>'),
      shown('body: <call »from="b" to="a"/>', 'body: <call/>'),
    ],
  },
  {
    code: 'example/not-historical',
    accepts: [
      shown('historical: true, body: <call old="1"/>', 'historical: false, body: <call/>'),
      // Whatever is in an example that is not XML, nobody knows.
      {
        'stanzas/call-x.yaml': stanza(
          'examples: [{ title: A, format: hex, historical: true, body: "00" }]\n',
        ),
      },
    ],
    rejects: [
      shown('historical: »true, body: <call to="a"/>'),
      shown('body: <call/>', 'historical: »true, leg: sent, body: <call color="red"/>'),
    ],
  },
];
