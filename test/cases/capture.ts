import type { CodeCases, Files } from './case.ts';
import { rulesOf } from './path.ts';
import { attribute, child, enumeration, sharedNode, stanza, used } from './texts.ts';

const SPEC = stanza(`attributes:
  - ${attribute('from', 'jid', "observed_values: ['A@lid']")}
  - ${attribute('t', 'timestamp')}
children:
  - ${child('offer', '0..1', `attributes: [${attribute('reason', 'enum:colors')}], content: { type: bytes, confidence: unknown, description: Bytes. }`)}
`);

/** A capture whose body stands in a block, from line 9 on. */
const captured = (body: string, { format = 'xml', tag = 'call', rest = '' } = {}): Files => ({
  'stanzas/call-x.yaml': SPEC,
  'enums/colors.yaml': enumeration(['red', 'blue']),
  'captures/one.yaml': `id: one
source: { technique: websocket-capture }
stanza_tag: ${tag}
direction: incoming
confidence: probable
raw:
  format: ${format}
  body: |-
${body.replace(/^(?=.)/gm, '    ')}
sanitized: true
${rest}`,
});
/** The same with a mark before the body. */
const marked = (body: string, options = {}): Files => {
  const files = captured(body, options);
  return {
    ...files,
    'captures/one.yaml': String(files['captures/one.yaml']).replace('body: |-', 'body: »|-'),
  };
};

const GOOD = `<call from="A.0:3@lid" t="1700000000">
  <offer reason="red">000000000000000000</offer>
</call>`;
const withExample = (body: string, observed = ''): Files => ({
  'stanzas/call-x.yaml': stanza(
    `attributes:\n  - ${attribute('a', 'string', observed)}\nexamples:\n  - title: An example\n    format: xml\n    body: |-\n      ${body}\n`,
  ),
});

/** A capture of a build of its client. */
const withVersion = (version: string): Files => {
  const files = captured(GOOD);
  return {
    ...files,
    'captures/one.yaml': String(files['captures/one.yaml']).replace(
      'technique: websocket-capture',
      `technique: websocket-capture, version: '${version}'`,
    ),
  };
};

/** A capture with a value of an enum. */
const listed = (value: string, rest: string): Files => ({
  ...captured(`<call><offer reason="${value}"/></call>`, { rest }),
  'enums/colors.yaml': enumeration([`'${value}'`, 'red']),
});

/** A trace on one line. */
const traced = (records: string, rest = ''): Files => ({
  'stanzas/call-x.yaml': SPEC,
  'enums/colors.yaml': enumeration(['red', 'blue']),
  'captures/one.yaml': `id: one
source: { technique: websocket-capture }
confidence: probable
trace: ${records}
sanitized: true
${rest}`,
});

const inTrace = (at: number | string, direction: string, body: string): string =>
  `{ at: ${at}, direction: ${direction}, body: ${body} }`;

/** A capture with the address where it was published. */
const published = (url: string): Files => {
  const files = captured(GOOD);
  return {
    ...files,
    'captures/one.yaml': String(files['captures/one.yaml']).replace(
      'technique: websocket-capture',
      `technique: websocket-capture, url: '${url}'`,
    ),
  };
};
const PIN = 'dce2b51a8a01808d016c5e5af437a5f25a05c638';

export const CAPTURE_CASES: readonly CodeCases[] = [
  {
    code: 'capture/unreadable',
    accepts: [
      captured(GOOD),
      captured('{ "tag": "call", "attrs": { "t": "1700000000" } }', { format: 'json' }),
      traced(`[${inTrace(0, 'incoming', '<call/>')}, ${inTrace(1, 'outgoing', '<call/>')}]`),
    ],
    rejects: [
      traced(`[${inTrace(0, 'incoming', '<call/>')}, ${inTrace(1, 'outgoing', '»no stanza')}]`),
      marked('<call from="A@lid"/>\n<call from="A@lid"/>'),
      marked('no stanza at all'),
      marked('<call/>', { format: 'json' }),
      marked('00f801', { format: 'hex' }),
    ],
  },
  {
    code: 'capture/tag',
    accepts: [captured(GOOD), captured('<offer/>', { tag: 'offer' })],
    rejects: [
      captured(`<${'x'.repeat(70)}/>`, { tag: '»call' }),
      captured(GOOD, { tag: '»offer' }),
      captured('<ack/>', { tag: '»call' }),
    ],
  },
  {
    code: 'capture/two-forms',
    accepts: [captured(GOOD), traced(`[${inTrace(0, 'incoming', '<call/>')}]`)],
    rejects: [
      traced(`»[${inTrace(0, 'incoming', '<call/>')}]`, 'stanza_tag: call\n'),
      traced(
        `»[${inTrace(0, 'incoming', '<call/>')}]`,
        'direction: incoming\nraw: { format: xml, body: <call/> }\n',
      ),
    ],
  },
  {
    code: 'capture/order',
    accepts: [traced(`[${[0, 7, 7].map((at) => inTrace(at, 'incoming', '<call/>')).join(', ')}]`)],
    rejects: [
      traced(`[${inTrace('»3', 'incoming', '<call/>')}, ${inTrace(4, 'incoming', '<call/>')}]`),
      traced(`[${[0, 9, '»8', '»7'].map((at) => inTrace(at, 'incoming', '<call/>')).join(', ')}]`),
    ],
  },
  {
    code: 'capture/engine',
    accepts: [
      captured('<call from="A@lid"/>'),
      traced(`[${inTrace(0, 'incoming', `'<call from="A@lid"/>'`)}]`),
    ],
    rejects: [
      traced(`[${inTrace(0, 'outgoing', `»'<call from="A@lid"/>'`)}]`),
      // A payload without its envelope, which was on the wire in one.
      traced(
        `[${inTrace(0, 'outgoing', `»'<offer reason="red"/>'`)}, ${inTrace(1, 'outgoing', `'<call><offer reason="red"/></call>'`)}]`,
      ),
    ],
  },
  {
    code: 'capture/not-sanitized',
    accepts: [
      captured(GOOD),
      // The placeholders of a trace are numbered through the whole call.
      traced(
        `[${inTrace(0, 'incoming', `'<call from="A@lid"/>'`)}, ${inTrace(1, 'incoming', `'<call from="B@lid"/>'`)}]`,
      ),
      ...[sharedNode(`attributes:\n  - ${attribute('medium', 'int')}\n`), 'id: te\n'].map((te) => ({
        // While a shared node cannot be read, nobody can tell which names the spec has.
        run: rulesOf({
          ...captured('<call><te medium="1"/></call>'),
          'stanzas/call-x.yaml': stanza(`children: [${used('te')}]\n`),
          'nodes/te.yaml': te,
        }),
      })),
    ],
    rejects: [
      marked('<call>\n  <offer><!-- 77 bytes --></offer>\n</call>'),
      marked('<call from="4915112345678@lid"/>'),
      marked('<call t="1718000000"/>'),
      marked('<call><offer reason="green"/></call>'),
      marked('<call strange="1"/>'),
      traced(
        `[${inTrace(0, 'incoming', '<call/>')}, ${inTrace(1, 'incoming', `»'<call from="4915112345678@lid"/>'`)}]`,
      ),
      marked('<call><offer>0123456789abcdef0123456789abcdef</offer></call>'),
    ],
  },
  {
    code: 'capture/leak',
    accepts: [
      captured(GOOD, { rest: "title: A call of A@lid\nattributes: [{ name: t, value: '1700000000' }]\n" }),
      withVersion('2.3000.1039501489'),
      published(`https://github.com/a/b/blob/${PIN}/fixtures/1to1/audio-accept.callee.jsonl`),
      published('https://github.com/a/b/issues/7#issuecomment-1234567890'),
      published('https://gist.github.com/a/0123456789abcdef0123456789abcdef'),
      withExample('<call a="A.0:3@s.whatsapp.net"/>', "observed_values: ['203.0.113.1:3478']"),
    ],
    rejects: [
      // Every word of an example; of the bytes of one in hex nobody can tell by their looks.
      {
        'stanzas/call-x.yaml': stanza(
          "examples:\n  - { title: 'Of »4915112345678', format: xml, body: <call/>, note: 'By »grace@navy.example.org' }\n  - { title: Bytes, format: hex, body: 00f80806deadbeefdeadbeefdeadbeef }\n",
        ),
      },
      {
        'stanzas/call-x.yaml': SPEC,
        'enums/colors.yaml': enumeration(['red', 'blue']),
        'captures/call4915112345678.yaml': String(captured(GOOD)['captures/one.yaml'])
          .replace('id: one', 'id: »call4915112345678')
          .replace(
            'technique: websocket-capture',
            'technique: »t4915112345678, contributor: »c4915112345678',
          ),
      },
      withVersion('»4915112345678'),
      published('https://a.example/logs/»4915112345678'),
      published('https://a.example/»0123456789abcdef0123456789abcdef?call=»F0E1D2C3B4A5968778695A4B3C2D1E0F'),
      traced(
        `[${inTrace(0, 'incoming', '<call/>')}, ${inTrace(1, 'incoming', `'<call from="»»4915112345678@lid"/>', note: Of »4915112345678`)}]`,
      ),
      withExample('<call a="»4915112345678"/>'),
      withExample('<call a="x"/>', "observed_values: [opus, '»89.26.12.7', '»grace@navy.example.org']"),
      captured('<call from="»»4915112345678@lid"/>'),
      captured('<call><!-- »+49 151 12345678 --></call>'),
      // An exception is for a whole value, and for no other.
      captured('<call id="»4915112345678 1"/>', {
        rest: "public: [{ value: '4915112345678', reason: It is ours. }]\n",
      }),
      marked('<call><offer>5f3759df5f3759</offer></call>'),
      captured(GOOD, {
        rest: "notes: A note on »grace@navy.example.org.\nattributes: [{ name: t, value: '»48.137154' }]\n",
      }),
    ],
  },
  {
    code: 'capture/public-unused',
    accepts: [listed('335544320', "public: [{ value: '335544320', reason: A constant. }]\n")],
    rejects: [
      captured(GOOD, { rest: "public: [{ value: »'335544320', reason: A constant. }]\n" }),
      listed(
        '335544320',
        "public: [{ value: '335544320', reason: A constant. }, { value: »red, reason: A color. }]\n",
      ),
    ],
  },
];
