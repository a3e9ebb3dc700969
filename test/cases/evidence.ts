import type { CodeCases, Files } from './case.ts';
import {
  attribute,
  capture,
  child,
  enumeration,
  flavor,
  flow,
  PINNED,
  sharedNode,
  stanza,
  trace,
  used,
} from './texts.ts';

const X = 'stanzas/call-x.yaml';
const one = (provenance: string, confidence = 'unknown'): string =>
  stanza(`attributes:\n  - ${attribute('a', 'int', `provenance: { ${provenance} }`, confidence)}\n`);
/** Sources that name records of a trace. */
const recordsOfA = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `'capture:a#${from + i}'`).join(', ');
const file = (text: string): Files => ({ [X]: text });

export const SOURCE_CASES: readonly CodeCases[] = [
  {
    code: 'source/malformed',
    accepts: [
      {
        [X]: one("sources: ['baileys:src/a.ts#L1-L2', 'capture:b', '#12', https://a.example/]"),
        'flavors/baileys.yaml': flavor('baileys', PINNED),
        'captures/b.yaml': capture('b'),
      },
    ],
    rejects: [
      // Lines in another form, with the place that was meant.
      file(one("sources: [»'capture:a#1-3', »'capture:a#L1', »'capture:a#0']")),
      file(one("sources: [»'baileys:a#L1-2', »'baileys:a#L1:L2', »'baileys:a#l1', »'baileys:a#L1C2-L3C4']")),
      file(
        one(
          "sources: [»'#twelve', '#12', »'baileys:src/a.ts#12', »'baileys:../a', »'baileys:a#L9-L2', »http://a.example/, »https://me@a.example/]",
        ),
      ),
      {
        [X]: stanza(
          `attributes:\n  - ${attribute('a', 'int', "disputes: [{ claim: No., sources: [»'javascript:x'] }]")}\nopen_questions:\n  - { id: q, question: What?, status: open, sources: [»'#'] }\n`,
        ),
        'ledger.yaml': "names:\n  - { name: a, kind: tag, sources: ['#1', »'capture:a/b'] }\n",
        'captures/b.yaml': capture('b', "{ technique: mitm-tls, issue: »'#b' }"),
        'flows/a-call.yaml': flow(["from: caller, to: callee, provenance: { sources: [»'data:a'] }"]),
        'enums/colors.yaml': enumeration(['red']).replace(
          'A value.',
          "A value., provenance: { sources: [»'https://'] }",
        ),
      },
    ],
  },
  {
    code: 'source/free-note',
    accepts: [file(one("sources: ['#12']"))],
    rejects: [
      file(one("sources: [»a note, '#12', »'seen in a log: two of them']")),
      {
        [X]: stanza(),
        'ledger.yaml': 'names:\n  - { name: a, kind: tag, sources: [»a note] }\n',
        'captures/b.yaml': capture('b', '{ technique: mitm-tls, issue: »none }'),
      },
    ],
  },
  {
    code: 'source/many-records',
    accepts: [
      { [X]: one(`sources: [${recordsOfA(1, 5)}]`), 'captures/a.yaml': trace('a', 7) },
      // Captures of a single stanza count as before.
      {
        [X]: one(`sources: [${recordsOfA(1, 5)}, 'capture:b']`),
        'captures/a.yaml': trace('a', 7),
        'captures/b.yaml': capture('b'),
      },
    ],
    rejects: [
      {
        [X]: one(`sources: [${recordsOfA(1, 5)}, »'capture:a#6', 'capture:a#7']`),
        'captures/a.yaml': trace('a', 7),
      },
      {
        [X]: one(`sources: ['#12', ${recordsOfA(1, 4)}, 'capture:a', »'capture:a#5']`),
        'captures/a.yaml': trace('a', 7),
      },
    ],
  },
];

export const FLAVOR_SOURCE_CASES: readonly CodeCases[] = [
  {
    code: 'source/no-repository',
    accepts: [
      // What nobody cites needs no address.
      { [X]: stanza(), 'flavors/baileys.yaml': flavor('baileys') },
      {
        [X]: one("sources: ['baileys:src/a.ts']"),
        'flavors/baileys.yaml': flavor('baileys', 'repository: https://a.example/b\n'),
      },
    ],
    rejects: [
      // Once, however many sources there are.
      {
        [X]: one("sources: ['baileys:src/a.ts', 'baileys:src/b.ts']"),
        'flavors/baileys.yaml': flavor('»baileys'),
        'flavors/other.yaml': flavor('other'),
      },
      {
        [X]: one("sources: ['baileys:src/a.ts#L1']"),
        'ledger.yaml': "names:\n  - { name: a, kind: tag, sources: ['other:a'] }\n",
        'flavors/baileys.yaml': flavor('»baileys'),
        'flavors/other.yaml': flavor('»other'),
      },
    ],
  },
  {
    code: 'source/no-commit',
    accepts: [
      { [X]: one("sources: ['baileys:src/a.ts#L1']"), 'flavors/baileys.yaml': flavor('baileys', PINNED) },
      // A whole file without one.
      {
        [X]: one("sources: ['baileys:src/a.ts#L1', 'other:README.md']"),
        'flavors/baileys.yaml': flavor(
          'baileys',
          "repository: https://a.example/b\ncommit: '0123456789012345678901234567890123456789'\n",
        ),
        'flavors/other.yaml': flavor('other', 'repository: https://a.example/b\n'),
      },
    ],
    rejects: [
      {
        [X]: one("sources: ['baileys:src/a.ts#L1', 'baileys:src/a.ts#L3-L4']"),
        'flavors/baileys.yaml': flavor('»baileys', 'repository: https://a.example/b\n'),
      },
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow(["from: caller, to: callee, provenance: { sources: ['baileys:a.ts#L1'] }"]),
        'flavors/baileys.yaml': flavor('»baileys'),
      },
    ],
  },
];

const CONFIRMING = {
  'captures/w.yaml': capture('w', '{ technique: websocket-capture }'),
  'captures/f.yaml': capture('f', '{ technique: frida-hooking }'),
  'captures/m.yaml': capture('m', '{ technique: mitm-tls }'),
};

/** An attribute, rated lower than or just as its technique supports. */
const rated = (name: string, confidence: string, more = ''): string =>
  `  - ${attribute(name, 'int', `provenance: { techniques: [mitm-tls] }${more}`, confidence)}\n`;
/** A step like that. */
const step = (more = ''): string => `from: caller, to: callee, provenance: { techniques: [mitm-tls] }${more}`;
const REASON = 'rated_lower: One session.\n';

const RATING_CASES: readonly CodeCases[] = [
  {
    code: 'evidence/too-low',
    accepts: [
      // A reason of its own, or that of its definition.
      file(stanza(`attributes:\n${rated('a', 'speculative', ', rated_lower: One session.')}`)),
      file(stanza(`${REASON}attributes:\n${rated('a', 'speculative')}${rated('b', 'probable')}`)),
      {
        'nodes/te.yaml': sharedNode(`${REASON}attributes:\n${rated('a', 'speculative')}`),
        [X]: stanza(`children:\n  - ${used('te', 'rated_lower: One session.')}\n`),
        'flows/a-call.yaml': flow([step()], REASON),
        'flows/b-call.yaml': flow([step(', rated_lower: One session.')], '', 'b-call'),
        'enums/colors.yaml': enumeration(['red'], 'colors', REASON).replace(
          'A value.',
          'A value., provenance: { techniques: [mitm-tls] }',
        ),
      },
      // A leg has the reason of its fact, where it has none.
      file(
        stanza(
          `attributes:\n${rated('a', 'speculative', ', rated_lower: One session., sent: { presence: never, confidence: speculative }')}`,
        ),
      ),
      // Evidence for nothing more.
      file(
        stanza(`attributes:\n${rated('a', 'probable', ', sent: { presence: never, confidence: probable }')}`),
      ),
    ],
    rejects: [
      file(stanza(`attributes:\n${rated('a', '»speculative')}${rated('b', '»unknown')}`)),
      {
        'nodes/te.yaml': sharedNode(`attributes:\n${rated('a', '»speculative')}`),
        // The reason of the stanza does not concern what the shared node says, nor the legs that have their own evidence.
        [X]: stanza(
          `children:\n  - ${used('te').replace('unknown', '»unknown')}\nattributes:\n${rated('b', 'probable', ', delivered: { presence: always, confidence: »speculative }')}`,
        ),
        'flows/a-call.yaml': flow([step(), step(', rated_lower: One session.')]).replace(
          'confidence: unknown',
          'confidence: »unknown',
        ),
        'enums/colors.yaml': enumeration(['red']).replace(
          'unknown, description: A value.',
          '»unknown, description: A value., provenance: { techniques: [mitm-tls] }',
        ),
      },
    ],
  },
  {
    code: 'evidence/not-lower',
    accepts: [file(stanza(`${REASON}attributes:\n${rated('a', 'probable')}${rated('b', 'speculative')}`))],
    rejects: [
      file(
        stanza(
          `attributes:\n${rated('a', 'probable', ', rated_lower: »One session.')}${rated('b', 'speculative', ', rated_lower: One session., sent: { presence: never, confidence: probable, rated_lower: »One. }')}`,
        ),
      ),
      // What cannot be read may support more.
      {
        [X]: stanza(
          `${REASON}attributes:\n  - ${attribute('a', 'int', "rated_lower: One., provenance: { sources: ['capture:tea'] }")}\n`,
        ),
        'nodes/te.yaml': sharedNode(`attributes:\n${rated('a', 'probable', ', rated_lower: »One session.')}`),
        'captures/tea.yaml': 'id: tea\n',
      },
      // Each of them has its own, or none is rated lower, or there is none.
      {
        [X]: stanza(
          `rated_lower: »One session.\nattributes:\n${rated('a', 'speculative', ', rated_lower: One session.')}`,
        ),
        'nodes/te.yaml': sharedNode(`rated_lower: »One session.\nattributes:\n${rated('a', 'probable')}`),
        'enums/colors.yaml': enumeration(['red'], 'colors', 'rated_lower: »One session.\n'),
        'flows/a-call.yaml': flow([step(', rated_lower: One session.')], 'rated_lower: »One session.\n'),
        'flows/b-call.yaml': flow(['from: caller, to: callee, rated_lower: »One session.'], '', 'b-call'),
      },
    ],
  },
];

export const EVIDENCE_CASES: readonly CodeCases[] = [
  {
    code: 'evidence/too-high',
    accepts: [
      {
        [X]: one(
          "techniques: [websocket-capture, frida-hooking], sources: ['capture:w', 'capture:f']",
          'confirmed',
        ),
        ...CONFIRMING,
      },
      file(one('techniques: [websocket-capture]', 'probable')),
      file(one("flavors: [baileys], sources: ['baileys:src/a.ts']", 'probable')),
      file(one('flavors: [baileys]', 'speculative')),
      // Less than the evidence supports may always be claimed, with a reason.
      file(
        one("techniques: [websocket-capture, frida-hooking], sources: ['#1', '#2']", 'speculative').replace(
          'An attribute.',
          'An attribute., rated_lower: Both are of one session.',
        ),
      ),
      // A step of a flow, like a fact.
      {
        [X]: stanza(),
        'flows/a-call.yaml': flow([
          "from: caller, to: callee, provenance: { flavors: [baileys], sources: ['baileys:a'] }",
        ]).replace('confidence: unknown', 'confidence: probable'),
      },
      // A child rests on what stands inside it.
      file(
        stanza(
          `children:\n  - ${child('a', '1', `attributes: [${attribute('b', 'int', 'provenance: { techniques: [mitm-tls] }', 'probable')}]`, 'probable')}\n`,
        ),
      ),
    ],
    rejects: [
      // What names something that cannot be read may rest on more; all else does not.
      {
        [X]: stanza(
          `attributes:\n${[
            ['{ techniques: [tea] }', ''],
            ["{ sources: ['tea:a.ts'] }", '»'],
            ["{ sources: ['capture:tea'] }", '»'],
            ['{ flavors: [up] }', ''],
            ["{ sources: ['up:a.ts#L1'] }", ''],
            ["{ sources: ['capture:log'] }", ''],
            ["{ sources: ['log:a.ts'] }", '»'],
            ["{ techniques: [up], flavors: [tea], sources: ['#1'] }", '»'],
            ["{ sources: ['capture:up', https://a.example/] }", '»'],
          ]
            .map(
              ([provenance, mark], i) =>
                `  - ${attribute(`a${i}`, 'int', `provenance: ${provenance}`, `${mark}confirmed`)}\n`,
            )
            .join('')}`,
        ),
        'techniques/tea.yaml': 'id: tea\n',
        'flavors/up.yaml': 'id: up\ncolour: red\n',
        'captures/log.yaml': 'id: log\n',
      },
      // Two techniques of one channel.
      {
        [X]: one(
          "techniques: [websocket-capture, mitm-tls], sources: ['capture:w', 'capture:m']",
          '»confirmed',
        ),
        ...CONFIRMING,
      },
      // A flavor and its port, however many there are.
      {
        [X]: one("flavors: [up, port], sources: ['up:a', 'port:b']", '»confirmed'),
        'flavors/up.yaml': flavor('up'),
        'flavors/port.yaml': flavor('port', 'derives_from: [up]\n'),
      },
      // A flavor that only describes.
      {
        [X]: one("flavors: [old-spec], sources: ['old-spec:a']", '»probable'),
        'flavors/old-spec.yaml': flavor('old-spec', 'kind: description\n'),
      },
      // Two places of one page, and a note.
      file(
        one(
          'techniques: [websocket-capture, frida-hooking], sources: [https://a.example/#1, https://a.example/#2, a note]',
          '»confirmed',
        ),
      ),
      // Steps of a flow.
      {
        'flows/a-call.yaml': flow([
          'from: caller, to: callee, provenance: { flavors: [baileys] }',
          "from: callee, to: caller, provenance: { techniques: [websocket-capture, mitm-tls], sources: ['#1', '#2'] }",
        ])
          .replace('confidence: unknown', 'confidence: »probable')
          .replace('confidence: unknown', 'confidence: »confirmed'),
      },
      // A technique without a source.
      file(one("techniques: [websocket-capture, frida-hooking], sources: ['#1']", '»confirmed')),
      // A flavor without a source, and a source without a flavor.
      file(
        stanza(
          `attributes:\n  - ${attribute('a', 'int', 'provenance: { flavors: [baileys] }', '»probable')}\n  - ${attribute('b', 'int', "provenance: { sources: ['#1'] }", '»probable')}\n`,
        ),
      ),
    ],
  },
  {
    code: 'evidence/none',
    accepts: [
      file(one('flavors: [baileys]', 'speculative')),
      file(stanza(`attributes:\n  - ${attribute('a', 'int')}\n`)),
    ],
    rejects: [
      file(
        stanza(
          `attributes:\n  - ${attribute('a', 'int', '', '»speculative')}\n  - ${attribute('c', 'int', 'provenance: { sources: [] }', '»confirmed')}\n  - ${attribute('b', 'int', 'provenance: { tools: [a] }', '»speculative')}\n`,
        ),
      ),
      {
        [X]: stanza(
          `children:\n  - ${child('a', '1', `content: { type: bytes, confidence: unknown, description: Bytes. }`, '»probable')}\n`,
        ),
        'enums/colors.yaml': enumeration(['red']).replace('confidence: unknown', 'confidence: »confirmed'),
      },
      {
        'flows/a-call.yaml': flow(['from: caller, to: callee']).replace(
          'confidence: unknown',
          'confidence: »speculative',
        ),
        [X]: stanza(`children:\n  - ${child('a', '1', '', '»speculative')}\n`),
        'enums/colors.yaml': enumeration(['red']).replace('confidence: unknown', 'confidence: »speculative'),
      },
    ],
  },
  ...RATING_CASES,
];
