import type { CodeCases, Files } from './case.ts';
import {
  attribute,
  capture,
  child,
  contributor,
  enumeration,
  flavor,
  flow,
  PINNED,
  part,
  stanza,
  technique,
  trace,
} from './texts.ts';

const X = 'stanzas/call-x.yaml';
const withProvenance = (provenance: string, confidence = 'unknown'): string =>
  stanza(`attributes:\n  - ${attribute('a', 'int', `provenance: { ${provenance} }`, confidence)}\n`);
const guide = (walk: string): string =>
  `id: a\ntitle: A\nstatus: draft\nsummary: It explains.\nsections:\n  - { id: one, title: One, walk: { ${walk} } }\n`;
const question = (id: string, rest = ''): string =>
  `  - { id: ${id}, question: What?, status: open${rest} }\n`;
const glossary = (...terms: readonly string[]): string =>
  `terms:\n${terms.map((term) => `  - { term: ${term}, definition: A word. }\n`).join('')}`;
const WIRE = { 'techniques/websocket-capture.yaml': technique('websocket-capture', 'wire') };
const FLAVOR = { 'flavors/baileys.yaml': flavor('baileys', PINNED) };

export const ID_CASES: readonly CodeCases[] = [
  {
    code: 'id/file-name',
    accepts: [{ [X]: stanza(), 'enums/call-x.yaml': enumeration(['red'], 'call-x') }],
    rejects: [
      { [X]: stanza('', '»call-y'), 'stanzas/call-z.yml': stanza('', '»call-Z') },
      {
        [X]: stanza(),
        'enums/colors.yaml': enumeration(['red'], '»colours'),
        'flavors/baileys.yaml': flavor('»Baileys'),
      },
    ],
  },
  {
    code: 'id/duplicate',
    accepts: [{ [X]: stanza(), 'stanzas/call-y.yaml': stanza('', 'call-y') }],
    rejects: [
      { 'stanzas/Call-X.yaml': stanza('', 'Call-X'), [X]: stanza('', '»call-x') },
      {
        'stanzas/CALL-X.yaml': stanza('', 'CALL-X'),
        'stanzas/Call-X.yaml': stanza('', '»Call-X'),
        [X]: stanza('', '»call-x'),
      },
      { [X]: stanza(), 'stanzas/call-x.yml': stanza('', '»call-x') },
    ],
  },
  {
    code: 'id/reserved',
    accepts: [
      {
        [X]: stanza(),
        'stanzas/indexes.yaml': stanza('', 'indexes'),
        'enums/a.html.yaml': enumeration(['red'], 'a.html'),
      },
    ],
    rejects: [
      { [X]: stanza(), 'stanzas/index.html.yaml': stanza('', '»index.html') },
      {
        [X]: stanza(),
        'enums/Index.HTML.yaml': enumeration(['red'], '»Index.HTML'),
        'flavors/index.html.yaml': flavor('»index.html'),
      },
      { [X]: stanza(), 'flows/index.yaml': flow(['from: caller, to: callee'], '', '»index') },
    ],
  },
  {
    code: 'id/not-on-windows',
    accepts: [
      {
        [X]: stanza(),
        ...Object.fromEntries(
          ['console', 'com', 'com10', 'nulls', 'my.con', 'aux-in'].map((id) => [
            `enums/${id}.yaml`,
            enumeration(['red'], id),
          ]),
        ),
      },
    ],
    rejects: [
      {
        [X]: stanza(),
        'enums/prn.yaml': enumeration(['red'], '»prn'),
        'enums/Aux.yaml': enumeration(['red'], '»Aux'),
        'enums/con.a.yaml': enumeration(['red'], '»con.a'),
        'flavors/lpt3.yaml': flavor('»lpt3'),
        'contributors/com0.yaml': contributor('»com0'),
        'stanzas/call-y..yaml': stanza('', '»call-y.'),
        'captures/nul.yaml': capture('»nul'),
      },
      // Beside the definitions, and where nothing could be read.
      {
        files: {
          [X]: stanza(),
          'aux/a.txt': '',
          'stanzas/what?.txt': '',
          'flavors/con.yaml': 'id: con\ncolour: red\n',
          'notes ': '',
        },
        at: ['spec/aux:1:1', 'spec/stanzas/what?.txt:1:1', 'spec/flavors/con.yaml:1:1', 'spec/notes :1:1'],
      },
    ],
  },
  {
    code: 'id/same-file',
    accepts: [
      {
        [X]: stanza(),
        'enums/red.json.yaml': enumeration(['red'], 'red.json'),
        'flavors/red.yaml': flavor('red'),
        'enums/blue.yaml': enumeration(['red'], 'blue'),
        'enums/blue.yml.yaml': enumeration(['red'], 'blue.yml'),
      },
    ],
    rejects: [
      {
        [X]: stanza(),
        'enums/red.yaml': enumeration(['red'], 'red'),
        'enums/red.json.yaml': enumeration(['red'], '»red.json'),
        'enums/Red.MD.yaml': enumeration(['red'], '»Red.MD'),
      },
      { [X]: stanza(), 'stanzas/call-x.html.yaml': stanza('', '»call-x.html') },
    ],
  },
  {
    code: 'id/question',
    accepts: [
      {
        [X]: stanza(`open_questions:\n  - What?\n  - What?\n${question('q1')}${question('q2')}`),
      },
    ],
    rejects: [
      { [X]: stanza(`open_questions:\n${question('q1')}${question('»q1')}${question('»Q1')}`) },
      {
        [X]: stanza(`open_questions:\n${question('q1')}`),
        'enums/colors.yaml': enumeration(['red'], 'colors', `open_questions:\n${question('»q1')}`),
        'flows/a-call.yaml': flow(['from: caller, to: callee'], `open_questions:\n${question('»q1')}`),
      },
    ],
  },
];

const FROM = 'from: caller, to: callee';
/** A step with an id. */
const step = (id: string, rest = ''): string => `id: ${id}, ${FROM}${rest === '' ? '' : `, ${rest}`}`;

const FLAVORS = (derives: Readonly<Record<string, string>>): Files => ({
  [X]: stanza(),
  ...Object.fromEntries(
    Object.entries(derives).map(([id, list]) => [
      `flavors/${id}.yaml`,
      flavor(id, list === '' ? '' : `derives_from: [${list}]\n`),
    ]),
  ),
});

export const NAME_CASES: readonly CodeCases[] = [
  {
    code: 'flavor/circle',
    accepts: [FLAVORS({ a: '', b: 'a', c: 'a, b', d: 'b, c' })],
    rejects: [
      FLAVORS({ a: '»a' }),
      FLAVORS({ a: 'b', b: 'c', c: '»a', d: 'a' }),
      FLAVORS({ a: 'b, c', b: '»a', c: 'd', d: '»c' }),
    ],
  },
  {
    code: 'glossary/duplicate-term',
    accepts: [{ [X]: stanza(), 'glossary.yaml': glossary('SSRC', 'SRTP') }],
    rejects: [
      { [X]: stanza(), 'glossary.yaml': glossary('x'.repeat(70), `»${'x'.repeat(70)}`) },
      { [X]: stanza(), 'glossary.yaml': glossary('SSRC', '»SSRC') },
      { [X]: stanza(), 'glossary.yaml': glossary('Call Key', 'SSRC', '»call key', '»ssrc') },
    ],
  },
];

export const REFERENCE_CASES: readonly CodeCases[] = [
  {
    code: 'reference/enum',
    accepts: [
      {
        [X]: stanza(`attributes:\n  - ${attribute('a', 'enum:colors')}\n`),
        'enums/colors.yaml': enumeration(['red']),
      },
      // A spec without enums has nothing that the name could lead to.
      { [X]: stanza(`attributes:\n  - ${attribute('a', 'enum:colors')}\n`) },
    ],
    rejects: [
      {
        [X]: stanza(
          `attributes:\n  - ${attribute('a', '»enum:colours')}\n  - ${attribute('b', 'enum:colors')}\n  - ${attribute('c', '»enum:shapes')}\n`,
        ),
        'enums/colors.yaml': enumeration(['red']),
      },
      {
        [X]: stanza(
          `children:\n  - ${child('a', '1', `content: { type: »enum:b, confidence: unknown, description: Text. }, children: [${child('c', '1', `attributes: [${attribute('d', '»enum:e')}]`)}]`)}\n`,
        ),
        'enums/colors.yaml': enumeration(['red']),
      },
    ],
  },
  {
    code: 'reference/stanza',
    accepts: [{ [X]: stanza(), 'flows/a-call.yaml': flow(['from: caller, to: callee, stanza: call-x']) }],
    rejects: [
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([
          'from: caller, to: callee, stanza: »call-y',
          'from: callee, to: caller, stanza: call-x',
          'from: callee, to: caller, stanza: »constructor',
        ]),
      },
      { [X]: stanza(), 'flows/a-call.yaml': flow(['from: caller, to: callee, stanza: »Call-X']) },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([
          `${FROM}, one_of: [call-x, »call-y, »call-z]`,
          `${FROM}, only_if: '»call-y:call is present'`,
        ]),
      },
      { [X]: stanza('envelope: »cal-x\n') },
      { [X]: stanza(), 'enums/colors.yaml': enumeration(['red, refuses: [call-x, »call-y]']) },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow(['id: one, from: caller, to: callee, stanza: call-x']),
        'machines/caller.yaml':
          "id: caller\ntitle: Caller\nstatus: draft\nspec_version: '0.1.0'\nsummary: Its states.\nstates: [{ id: a, title: A }, { id: b, title: B }]\ntransitions:\n  - { from: a, to: b, when: sent, stanza: »call-y, evidence: ['flow/a-call#one'] }\n",
      },
      {
        [X]: stanza(
          `attributes:\n  - ${attribute('a', 'int', "only_if: 'after call-x and not after »call-y', required_if: after »cal-x")}\n`,
        ),
      },
      {
        [X]: stanza(
          'open_questions:\n  - { id: q, question: What?, status: open, settles: [{ if: incoming and after »call-y, then: It is. }] }\n',
        ),
      },
    ],
  },
  {
    code: 'reference/participant',
    accepts: [{ [X]: stanza(), 'flows/a-call.yaml': flow(['from: caller, to: callee']) }],
    rejects: [
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow(['from: »calle, to: »server', 'from: caller, to: »Caller']),
      },
      { [X]: stanza(), 'flows/a-call.yaml': flow(['from: caller, to: callee', 'from: »server, to: caller']) },
      { [X]: stanza(), 'flows/a-call.yaml': flow([FROM], 'observers: [caller, »calee]\n') },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([FROM]),
        'guides/a.yaml': guide('flow: a-call, as: »calee'),
      },
    ],
  },
  {
    code: 'reference/step',
    accepts: [{ [X]: stanza(), 'flows/a-call.yaml': flow([step('a'), step('b', 'answers: a')]) }],
    rejects: [
      { [X]: stanza(), 'flows/a-call.yaml': flow([step('offer'), step('b', 'answers: »ofer')]) },
      { [X]: stanza(), 'flows/a-call.yaml': flow([step('a'), step('b', 'after: [a, »A, »c]')]) },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([step('a')]),
        'guides/a.yaml': guide('flow: a-call, as: caller, steps: [a, »b]'),
      },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow(['from: caller, to: callee', `${FROM}, answers: »a`]),
        // Of another flow.
        'flows/b-call.yaml': flow([step('a')], '', 'b-call'),
      },
    ],
  },
  {
    code: 'reference/technique',
    accepts: [
      { [X]: withProvenance('techniques: [websocket-capture]', 'probable'), ...WIRE },
      { [X]: withProvenance('techniques: [our-own-way]', 'probable') },
    ],
    rejects: [
      { [X]: withProvenance('techniques: [»websocket-captures, websocket-capture, »tea-leaves]'), ...WIRE },
      {
        [X]: stanza(`open_questions:\n${question('q', ', asks: [websocket-capture, »frida]')}`),
        'captures/a.yaml': capture('a', '{ technique: »mitm }'),
        'contributors/ada.yaml': contributor('ada', 'techniques: [»guessing]\n'),
        ...WIRE,
      },
      {
        [X]: stanza(),
        'enums/colors.yaml': enumeration(['red']).replace(
          'A value.',
          'A value., provenance: { techniques: [»x] }',
        ),
        'flows/a-call.yaml': flow(['from: caller, to: callee, provenance: { techniques: [»y] }']),
        ...WIRE,
      },
    ],
  },
  {
    code: 'reference/flavor',
    accepts: [
      { [X]: withProvenance("flavors: [baileys], sources: ['baileys:src/a.ts#L1']", 'probable'), ...FLAVOR },
      { [X]: withProvenance("flavors: [baileys], sources: ['baileys:src/a.ts#L1']", 'probable') },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([`${FROM}, clients: { does: [baileys, official] }`]),
        ...FLAVOR,
      },
    ],
    rejects: [
      { [X]: withProvenance("flavors: [baileys, »bailys], sources: [»'bailys:src/a.ts#L1']"), ...FLAVOR },
      {
        [X]: stanza(
          `attributes:\n  - ${attribute('a', 'int', "disputes: [{ claim: No., flavors: [»a], sources: [»'b:c'] }]")}\nopen_questions:\n${question('q', ", sources: [»'d:e.ts']")}`,
        ),
        'flavors/baileys.yaml': flavor('baileys', 'derives_from: [»whatsmeow]\n'),
        'contributors/ada.yaml': contributor('ada', 'flavors: [»zapo]\n'),
        'ledger.yaml': "names:\n  - { name: a, kind: tag, sources: [»'f:g'] }\n",
      },
      {
        [X]: stanza(),
        'relay/a-part.yaml': part('implementations: [{ flavor: »zapo, status: working }]\n'),
        ...FLAVOR,
      },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([
          `${FROM}, clients: { does: [official, »bailys], leaves_out: [baileys, »b] }`,
          `${FROM}, within: { ms: 20, provenance: { flavors: [»c], sources: [»'d:e.ts#L1'] } }`,
        ]),
        ...FLAVOR,
      },
    ],
  },
  {
    code: 'reference/contributor',
    accepts: [
      { [X]: withProvenance('contributors: [ada]'), 'contributors/ada.yaml': contributor('ada') },
      { [X]: withProvenance('contributors: [ada]') },
    ],
    rejects: [
      { [X]: withProvenance('contributors: [ada, »bob, »eve]'), 'contributors/ada.yaml': contributor('ada') },
      {
        [X]: stanza(),
        'captures/a.yaml': capture('a', '{ technique: mitm-tls, contributor: »Ada }'),
        'contributors/ada.yaml': contributor('ada'),
      },
      {
        [X]: stanza(),
        'relay/a-part.yaml': part('contributors: [ada, »bob, { contributor: »eve, note: It. }]\n'),
        'contributors/ada.yaml': contributor('ada'),
      },
    ],
  },
  {
    code: 'reference/capture',
    accepts: [
      { [X]: withProvenance("sources: ['capture:a']"), 'captures/a.yaml': capture('a') },
      { [X]: withProvenance("sources: ['capture:a']") },
    ],
    rejects: [
      { [X]: withProvenance("sources: ['capture:a', »'capture:b']"), 'captures/a.yaml': capture('a') },
      {
        [X]: stanza(`open_questions:\n${question('q', ", sources: [»'capture:c']")}`),
        'ledger.yaml': "names:\n  - { name: a, kind: tag, sources: ['capture:a', »'capture:d'] }\n",
        'captures/a.yaml': capture('a'),
      },
    ],
  },
  {
    code: 'reference/record',
    accepts: [
      { [X]: withProvenance("sources: ['capture:a#2', 'capture:a']"), 'captures/a.yaml': trace('a', 2) },
      { [X]: withProvenance("sources: ['capture:a#2']") },
    ],
    rejects: [
      {
        [X]: withProvenance("sources: ['capture:a#2', »'capture:a#3']"),
        'captures/a.yaml': trace('a', 2),
      },
      { [X]: withProvenance("sources: [»'capture:a#1']"), 'captures/a.yaml': capture('a') },
    ],
  },
  {
    code: 'flow/duplicate-step',
    accepts: [
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([step('a'), FROM, FROM, step('A')]),
        'flows/b-call.yaml': flow([step('a')], '', 'b-call'),
      },
    ],
    rejects: [
      { [X]: stanza(), 'flows/a-call.yaml': flow([step('a'), step('»a')]) },
      { [X]: stanza(), 'flows/a-call.yaml': flow([FROM, step('a'), FROM, step('»a'), step('»a')]) },
    ],
  },
  {
    code: 'flow/reserved-step',
    accepts: [{ [X]: stanza(), 'flows/a-call.yaml': flow([step('step'), step('a-question-1')]) }],
    rejects: [
      { [X]: stanza(), 'flows/a-call.yaml': flow([step('a'), step('»step-1')]) },
      { [X]: stanza(), 'flows/a-call.yaml': flow([step('»question-a'), step('»step-offer')]) },
    ],
  },
  {
    code: 'flow/answers-later',
    accepts: [
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([step('a'), step('b', 'answers: a'), step('c', 'answers: a')]),
      },
    ],
    rejects: [
      { [X]: stanza(), 'flows/a-call.yaml': flow([step('a', 'answers: »b'), step('b')]) },
      { [X]: stanza(), 'flows/a-call.yaml': flow([step('a'), step('b', 'answers: »b')]) },
    ],
  },
  {
    code: 'flow/duplicate-participant',
    accepts: [{ [X]: stanza(), 'flows/a-call.yaml': flow(['from: caller, to: callee']) }],
    rejects: [
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow(['from: caller, to: callee'], '  - { id: »caller, label: Again }\n'),
      },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow(
          ['from: caller, to: callee'],
          '  - { id: server, label: S }\n  - { id: »server, label: S }\n  - { id: »callee, label: C }\n',
        ),
      },
    ],
  },
];
