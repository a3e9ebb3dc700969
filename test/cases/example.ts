import { buildCorpus } from '../../lib/corpus/load/build-corpus.ts';
import { finding } from '../../lib/findings/finding.ts';
import type { Rule } from '../../lib/rules/parts/rule.ts';
import { runRules } from '../../lib/rules/run-rules.ts';
import type { CodeCases, Files } from './case.ts';
import { attribute, child, enumeration, sharedNode, stanza, used } from './texts.ts';

/** A stanza whose examples stand in block scalars, one for each body. */
const shown = (definition: string, ...bodies: string[]): Files => ({
  'stanzas/call-x.yaml': stanza(
    `${definition}examples:\n${bodies
      .map((body) => `  - title: An example\n    format: xml\n    body: |-\n${indented(body)}\n`)
      .join('')}`,
  ),
  'enums/colors.yaml': enumeration(['red', 'blue']),
});
const indented = (text: string): string => text.replace(/^(?=.)/gm, '      ');

const DEFINITION = `attributes:
  - ${attribute('id', 'string', 'required: true')}
  - ${attribute('color', 'enum:colors')}
  - ${attribute('t', 'timestamp')}
children:
  - ${child('offer', '1', `attributes: [${attribute('call-id', 'string', 'required: true')}], children: [${child('audio', '0..n')}, ${child('net', '0..1', `content: { type: enum:colors, confidence: unknown, description: Text. }`)}]`)}
`;
const FIXED = `children:
  - ${child('b', '0..n')}
  - ${child('a', '0..n')}
  - ${child('c', '0..n')}
children_order: fixed
`;
/** A stanza with one example, two places of which lack parts of their shared node. */
const lacking = (body: string): Files => ({
  ...shown(
    `children:
  - ${used('te', "without: ['@ip', rte]")}
  - ${child('n', '0..1', `children: [${used('te', "without: ['rte@ip']")}]`)}
`,
    body,
  ),
  'nodes/te.yaml': sharedNode(
    `attributes: [${attribute('ip', 'string')}]\nchildren: [${child('rte', '0..1', `attributes: [${attribute('ip', 'string')}]`)}]\n`,
  ),
});
const LONG = 'x'.repeat(70);
const GOOD = `<call id="1" color="red" t="1700000000">
  <!-- a comment -->
  <offer call-id="a">
    <audio/>
    <audio/>
    <net>blue</net>
  </offer>
</call>`;

const LEGS = `attributes:
  - ${attribute('to', 'string', 'sent: required, delivered: never')}
  - ${attribute('from', 'string', 'sent: never, delivered: { presence: always, note: Stamped. }')}
children:
  - ${child('offer', '0..1', 'sent: required, delivered: never')}
  - ${child('net', '0..1', 'delivered: always')}
`;
const onLeg = (leg: string, body: string, definition = LEGS): Files => {
  const files = shown(definition, body);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      String(text).replace('format: xml', `format: xml\n    leg: ${leg}`),
    ]),
  );
};
const CHOICES = `attributes:
  - ${attribute('a', 'string')}
  - ${attribute('b', 'string')}
children:
  - ${child('b', '0..1')}
  - ${child('c', '0..1')}
one_of:
  - { id: payload, of: [b, c], occurrence: '1', confidence: unknown, description: One payload. }
  - { id: names, of: ['@a', '@b'], occurrence: '0..1', confidence: unknown, description: One name. }
`;
const LEFT_OUT = `children:
  - { tag: te, use: te, without: ['@a', b], occurrence: 0..n, confidence: unknown }
  - ${child('net', '0..n', `attributes: [${attribute('c', 'string', 'delivered: never')}, ${attribute('d', 'string', 'delivered: never')}], one_of: [{ id: x, of: ['@c', '@d'], occurrence: '1', confidence: unknown, description: One. }]`)}
`;
/** What a shared node has to choose from. */
const TE = {
  'nodes/te.yaml': sharedNode(
    `attributes:\n  - ${attribute('a', 'string')}\nchildren:\n  - ${child('b', '0..1')}\none_of:\n  - { id: x, of: ['@a', b], occurrence: '1', confidence: unknown, description: One. }\n`,
  ),
};
const CONSTANTS = `attributes:
  - ${attribute('v', 'int', "value: '0'")}
children:
  - ${child('net', '0..1', `content: { type: string, value: medium, confidence: unknown, description: Text. }`)}
`;

const CONDITIONS = `attributes:
  - ${attribute('a', 'string', "only_if: '@b is present'")}
  - ${attribute('b', 'string')}
  - ${attribute('t', 'string', 'required_if: "incoming and @b = \'1\'"')}
  - ${attribute('d', 'string', "required: true, only_if: '@b is absent'")}
children:
  - ${child('enc', '0..n', `required_if: '@a is present', attributes: [${attribute('type', 'string')}, ${attribute('count', 'string', 'required_if: "enc@type = \'x\'"')}], content: { type: string, only_if: enc@type is present, required_if: enc@count is present, confidence: unknown, description: Text. }`)}
  - ${child('net', '0..1', "only_if: 'net@b is present and not after call-x', attributes: [{ name: b, type: string, confidence: unknown, description: A name. }]")}
`;
const conditionsOn = (leg: string, body: string): Files => onLeg(leg, body, CONDITIONS);

export const EXAMPLE_CASES: readonly CodeCases[] = [
  {
    code: 'example/syntax',
    accepts: [
      shown(DEFINITION, GOOD),
      {
        'stanzas/call-x.yaml': stanza(
          'examples:\n  - { title: a, format: json, body: \'{"tag": "call"}\' }\n  - { title: b, format: hex, body: 00 f8 0A }\n',
        ),
      },
    ],
    rejects: [
      shown(DEFINITION, GOOD, '<call id="1">\n  <offer call-id="a">\n»</call>', '<»call id="1">'),
      {
        'stanzas/call-x.yaml': stanza(
          "examples:\n  - { title: a, format: xml, body: '<call/><»call/>' }\n  - { title: b, format: xml, body: <call a=»1/> }\n  - { title: c, format: json, body: »'{' }\n  - { title: d, format: hex, body: 00 »xy }\n  - { title: e, format: hex, body: »'000' }\n",
        ),
      },
      // Where lines are folded or escaped, the value's own place is all that can be said.
      {
        'stanzas/call-x.yaml': stanza(
          'examples:\n  - title: a\n    format: xml\n    body: »>-\n      <call>\n      </cal>\n  - { title: b, format: xml, body: »"<call>\\n</cal>" }\n',
        ),
      },
    ],
  },
  {
    code: 'example/root',
    accepts: [shown(DEFINITION, GOOD)],
    rejects: [
      // So much of a long name is said.
      shown(DEFINITION, `<»${LONG} id="1"/>`),
      shown(DEFINITION, '<»offer call-id="a"/>', GOOD, '<!-- a -->\n<»Call/>'),
      { 'stanzas/call-x.yaml': stanza('examples: [{ title: a, format: xml, body: <»iq/> }]\n') },
    ],
  },
  {
    code: 'example/match',
    accepts: [shown(`match: { payload: [offer] }\n${DEFINITION}`, GOOD)],
    rejects: [
      shown(
        `match: { attributes: [{ name: id, values: ['1', '2'] }] }\n${DEFINITION}`,
        '<»call id="3"><offer call-id="a"></offer></call>',
      ),
      shown(`match: { payload: [offer] }\n${FIXED.replace('tag: b,', 'tag: offer,')}`, '<»call><a/></call>'),
    ],
  },
  {
    code: 'example/unknown-child',
    accepts: [
      shown(DEFINITION, GOOD),
      shown(`children:\n  - ${child("'*'", '0..n')}\n`, '<call>\n  <a/>\n  <b/>\n</call>'),
    ],
    rejects: [
      shown(DEFINITION, `<call id="1"><offer call-id="a"/><»${LONG}/></call>`),
      shown(
        DEFINITION,
        '<call id="1">\n  <»ofer/>\n  <offer call-id="a">\n    <»video><what/></video>\n    <»video/>\n  </offer>\n</call>',
      ),
      shown('', '<call>\n  <»a/>\n</call>', '<call><»b/></call>'),
      lacking('<call><te><»rte/></te><n><te><rte/></te></n></call>'),
    ],
  },
  {
    code: 'example/unknown-attribute',
    accepts: [shown(DEFINITION, GOOD)],
    rejects: [
      shown(DEFINITION, `<call id="1" »${LONG}="1"><offer call-id="a"/></call>`),
      shown(
        DEFINITION,
        '<call id="1" »idd="2"\n  »constructor="3">\n  <offer call-id="a" »callid="a"/>\n</call>',
      ),
      shown('', '<call »a="b"/>', "<call\n  »c = 'd'\n/>"),
      lacking('<call><te »ip="1"/><n><te ip="1"><rte »ip="1"/></te></n></call>'),
    ],
  },
  {
    code: 'example/missing-attribute',
    accepts: [shown(DEFINITION, GOOD)],
    rejects: [
      shown(DEFINITION, '<»call>\n  <»offer/>\n</call>'),
      shown(DEFINITION, GOOD, '<call id="1">\n  <»offer/>\n</call>'),
    ],
  },
  {
    code: 'example/missing-child',
    accepts: [shown(DEFINITION, GOOD)],
    rejects: [
      shown(DEFINITION, '<»call id="1"/>', GOOD, '<»call id="2"></call>'),
      shown(
        `children:\n  - ${child('a', '1..n')}\n  - ${child('b', '0..1')}\n  - ${child('c', '1', `children: [${child("'*'", '1..n')}]`)}\n`,
        '<»call>\n  <»c/>\n</call>',
      ),
    ],
  },
  {
    code: 'example/too-many',
    accepts: [shown(DEFINITION, GOOD)],
    rejects: [
      shown(
        DEFINITION,
        '<call id="1">\n  <offer call-id="a">\n    <net/>\n    <audio/>\n    <»net/>\n  </offer>\n  <»offer call-id="b"/>\n  <offer call-id="c"/>\n</call>',
      ),
      shown(`children:\n  - ${child("'*'", '1')}\n`, '<call>\n  <a/>\n  <»b/>\n</call>'),
    ],
  },
  {
    code: 'example/order',
    accepts: [
      shown(DEFINITION, '<call id="1"><offer call-id="a"><net/><audio/></offer></call>'),
      shown(FIXED, '<call><b/><a/></call>', '<call><b/><b/><c/></call>', '<call><b/><c/><c/></call>'),
    ],
    rejects: [
      shown(FIXED.replace('tag: b,', `tag: ${LONG},`), `<call><a/><»${LONG}/></call>`),
      shown(FIXED, '<call><b/><a/><»b/></call>', '<call><c/><»a/><»b/></call>'),
      shown(
        `children:\n  - ${child('o', '0..n', `children_order: fixed, children: [${child('b', '0..n')}, ${child("'*'", '0..n')}]`)}\n`,
        '<call>\n  <o><b/><x/></o>\n  <o><x/><»b/></o>\n</call>',
      ),
    ],
  },
  {
    code: 'example/enum-value',
    accepts: [shown(DEFINITION, GOOD)],
    rejects: [
      shown(DEFINITION, `<call id="1" »color="${LONG}"><offer call-id="a"/></call>`),
      shown(
        DEFINITION,
        '<call id="1" »color="rad">\n  <offer call-id="a">\n    <»net>green</net>\n  </offer>\n</call>',
      ),
      shown(
        `attributes:\n  - ${attribute('a', 'enum:colors')}\n`,
        '<call a="red"/>',
        '<call »a=""/>',
        '<call »a="Red"/>',
      ),
    ],
  },
  {
    code: 'example/value-type',
    accepts: [shown(DEFINITION, GOOD)],
    rejects: [
      shown(DEFINITION, `<call id="1" »t="${LONG}"><offer call-id="a"/></call>`),
      shown(DEFINITION, '<call id="1" »t="now">\n  <offer call-id="a"/>\n</call>'),
      shown(
        `attributes:\n  - ${attribute('a', 'int')}\n  - ${attribute('b', 'jid')}\ncontent: { type: bytes, confidence: unknown, description: Bytes. }\n`,
        '<call »a="x" »b="">AAAA</call>',
        '<»call a="1">no bytes</call>',
      ),
    ],
  },
];

const fine: Rule = { name: 'fine', codes: [], check: () => undefined };
const broken = (name: string): Rule => ({
  name,
  codes: [],
  check(_, report) {
    report(finding('link/relative', { url: 'a' }, { file: 'spec/a.yaml', line: 1, column: 1 }));
    throw new Error('oh');
  },
});

export const RULE_CASES: readonly CodeCases[] = [
  {
    code: 'rule/crashed',
    accepts: [{ run: () => runRules(buildCorpus([], new Set()), [fine]) }],
    rejects: [
      {
        run: () => runRules(buildCorpus([], new Set()), [broken('one'), fine]),
        at: ['lib/rules/one.ts:1:1'],
      },
      {
        run: () => runRules(buildCorpus([], new Set()), [broken('one'), broken('two')]),
        at: ['lib/rules/one.ts:1:1', 'lib/rules/two.ts:1:1'],
      },
    ],
  },
  {
    code: 'example/wrong-leg',
    accepts: [
      onLeg('sent', '<call to="a"><offer/></call>'),
      onLeg('delivered', '<call from="a"><net/></call>'),
      // Without a leg, only what holds for both is required.
      shown(LEGS, '<call/>'),
    ],
    rejects: [
      onLeg('sent', '<call to="a" »from="b"><offer/></call>'),
      onLeg('delivered', '<call from="a"><net/><»offer/></call>'),
    ],
  },
  {
    code: 'example/condition',
    accepts: [
      // Each of several nodes is held against itself; what is required only if something holds may else be missing.
      shown(
        CONDITIONS,
        '<call a="1" b="2"><enc type="x" count="1">a</enc><enc/><net b="1"/></call>',
        '<call d="1"><enc/></call>',
        // The direction is not known.
        '<call b="1"/>',
      ),
      conditionsOn('sent', '<call b="1"/>'),
      conditionsOn('delivered', '<call b="1" t="2"/>'),
    ],
    rejects: [
      shown(
        CONDITIONS,
        '<»call »a="1" d="1"/>',
        '<call b="1" »d="2"/>',
        '<call d="1"><enc/>\n<»net/></call>',
      ),
      shown(CONDITIONS, '<call b="1"><enc type="x" count="1">a</enc><»enc type="x"/></call>'),
      shown(CONDITIONS, '<call b="1">\n<»enc>a</enc>\n<»enc count="1"/></call>'),
      conditionsOn('delivered', '<»call b="1"/>'),
    ],
  },
  {
    code: 'example/choice',
    accepts: [
      shown(CHOICES, '<call a="1"><b/></call>', '<call><c/></call>'),
      // Where no member may occur, none is missing.
      { ...onLeg('delivered', '<call><te/><net/></call>', LEFT_OUT), ...TE },
    ],
    rejects: [
      shown(CHOICES, '<»call a="1"/>', '<»call a="1"><b/><c/></call>'),
      {
        ...onLeg(
          'sent',
          '<call><»te/><»net/></call>',
          LEFT_OUT.replace("without: ['@a', b]", 'without: [b]'),
        ),
        ...TE,
      },
      shown(CHOICES, '<»call a="1" b="2"><b/></call>'),
    ],
  },
  {
    code: 'example/constant',
    accepts: [shown(CONSTANTS, '<call v="0"><net>medium</net></call>')],
    rejects: [shown(CONSTANTS, '<call »v="1"/>'), shown(CONSTANTS, '<call v="0">\n<»net>other</net></call>')],
  },
];
