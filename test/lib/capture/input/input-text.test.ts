import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { printXml } from '../../../../lib/capture/tree/print-xml.ts';

const STANZA = [
  '<call from="15550177@s.whatsapp.net" id="9D02" t="1767500000">',
  '  <terminate call-id="77EE66DD55CC" call-creator="15550177:2@s.whatsapp.net" reason="busy"/>',
  '</call>',
];
const PLAIN = `${STANZA.join('\n')}\n`;

/** The one stanza of an input in which everything is read. */
function one(input: string, what: string): { xml: string; direction: string | undefined; line: number } {
  const { stanzas, problems } = parse(input);
  assert.deepEqual(problems, [], what);
  assert.equal(stanzas.length, 1, what);
  const [stanza] = stanzas;
  assert.ok(stanza !== undefined && stanza.broken === undefined, what);
  return { xml: printXml(stanza.root), direction: stanza.direction, line: stanza.line };
}

const PREFIXES: Readonly<Record<string, (line: number) => string>> = {
  pm2: () => '12|my-bot  | ',
  docker: (line) => `2026-03-04T05:06:07.12345678${line}Z `,
  'docker compose': () => 'caller-1  | ',
  kubectl: (line) => `2026-03-04T05:06:0${line}.123456789+02:00 stdout F `,
  journald: (line) => `Mar 04 05:06:0${line} box caller[990]: `,
  logcat: (line) => `03-04 05:06:07.00${line}   990  1${line}22 D Caller  : `,
  'GitHub Actions': (line) => `2026-03-04T05:06:07.123456${line}Z   `,
  'a job of Actions': (line) => `build\tUNKNOWN STEP\t2026-03-04T05:06:07.123456${line}Z `,
  PuTTY: (line) => `[2026-03-04 05:06:0${line}] `,
  dmesg: (line) => `[${(9.5 + line / 10).toFixed(6).padStart(12)}] `,
  syslog: (line) => `<134>1 2026-03-04T05:06:0${line}Z box caller 990 - - `,
  'a level': () => 'DEBUG caller: ',
  heroku: (line) => `2026-03-04T05:06:07.12345${line}+00:00 app[web.1]: `,
  'a quotation': () => '> ',
  'a quotation of a quotation': () => '> > ',
  'a bar': () => '| ',
};

describe('a prefix that a tool adds to each line', () => {
  for (const [tool, prefix] of Object.entries(PREFIXES)) {
    it(`is removed: ${tool}`, () => {
      const lines = (all: readonly string[]): string =>
        all.map((line, i) => `${prefix(i)}${line}\n`).join('');
      assert.equal(one(lines(STANZA), tool).xml, PLAIN);
      const json = {
        tag: 'call',
        attrs: { from: '15550177@s.whatsapp.net' },
        content: [{ tag: 'reject', attrs: {} }],
      };
      const printed = JSON.stringify(json, null, 2).split('\n').slice(0, 8);
      const pretty = ['{', ...printed.slice(1, 5), '  "content": [ { "tag": "reject", "attrs": {} } ]', '}'];
      assert.match(one(lines(pretty), tool).xml, /^<call from="15550177@s.whatsapp.net">\n {2}<reject\/>/);
    });
  }

  it('gives the direction if it is rx or tx', () => {
    for (const [word, direction] of [
      ['rx', 'incoming'],
      ['tx', 'outgoing'],
    ] as const) {
      const log = STANZA.map((line) => `${word}  ${line}\n`).join('');
      assert.deepEqual([one(log, word).xml, one(log, word).direction], [PLAIN, direction]);
    }
  });

  it('does not join two stanzas of which the first is cut off', () => {
    const log = [
      '05:06:07.000 [Client/Recv DEBUG] <call from="15550177@s.whatsapp.net" id="1"><offer call-id="AA">',
      '05:06:08.000 [Client/Recv DEBUG] <ack from="15550177@s.whatsapp.net" id="2" class="call"/>',
    ].join('\n');
    const { stanzas } = parse(log);
    assert.deepEqual(
      stanzas.map(({ root }) => [root.tag, root.cut]),
      [
        ['call', true],
        ['ack', false],
      ],
    );
  });

  it('does not change the positions in the log', () => {
    const log = `noise\n${STANZA.map((line, i) => `Mar 04 05:06:0${i} box caller[990]: ${line}\n`).join('')}`;
    assert.equal(one(log, 'place').line, 2);
    const broken = log.replace('</call>', '</other></call>');
    assert.deepEqual(
      parse(broken).problems.map(({ line, column }) => [line, column]),
      [[4, 34]],
    );
  });
});

describe('the traces of a page, a chat or an editor in a log', () => {
  const joined = STANZA.join('\n');
  const inputs: Readonly<Record<string, string>> = {
    'no-break spaces': joined.replaceAll('  ', '\u00a0\u00a0').replace(' id=', '\u00a0id='),
    'zero-width spaces': joined.replaceAll('@', '\u200b@').replace('77EE', '77\ufeffEE'),
    'joiners inside of an account': joined.replace('15550177@', '1555\u200d0177@'),
    'names of characters': joined.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    'numbers of characters': joined
      .replaceAll('<', '&#60;')
      .replaceAll('>', '&#62;')
      .replaceAll('"', '&#34;'),
    'hexadecimal numbers': joined.replaceAll('<', '&#x3C;').replaceAll('>', '&#x3e;'),
    'a page in a page': joined.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;'),
    'tags of a page': `<pre class="log"><span>${joined.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</span></pre>`,
    'breaks of a page': `${joined.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />')}<br>`,
    'links to mail, of Markdown': joined.replace(/(\d+@s\.whatsapp\.net)/, '[$1](mailto:$1)'),
    'links to mail, in brackets': joined.replace(/(\d+@s\.whatsapp\.net)/, '<$1>'),
    'links to mail, of a chat': joined.replace(/(\d+@s\.whatsapp\.net)/, '<mailto:$1|$1>'),
  };
  for (const [what, input] of Object.entries(inputs)) {
    it(`are removed: ${what}`, () => assert.equal(one(input, what).xml, PLAIN));
  }

  it('are no stanza: <br>', () => {
    const { stanzas } = parse('one<br/>two<br />three<br>');
    assert.deepEqual(stanzas, []);
    assert.equal(one(`${joined}<br/>`, 'break').xml, PLAIN);
  });

  it('stay in an escaped value', () => {
    const input = '<call notify="a &lt;b c=&quot;1&quot;/&gt;" id="1"><offer call-id="2"/></call>';
    assert.match(one(input, 'escaped').xml, /^<call notify="a &lt;b c=&quot;1&quot;\/&gt;" id="1">/);
  });
});

describe('an event of a client', () => {
  const events: readonly (readonly [client: RegExp, way: RegExp, event: string])[] = [
    [
      /Baileys/,
      /CB:call/,
      '[{"chatId":"1@lid","from":"15550177@lid","id":"9D","date":"2026","status":"ringing"}]',
    ],
    [
      /Baileys/,
      /CB:call/,
      "{\n  chatId: '1@lid',\n  from: '15550177@lid',\n  id: '9D',\n  status: 'timeout'\n}",
    ],
    [
      /whatsmeow/,
      /XMLString/,
      'got *events.CallTerminate: &{BasicCallMeta:{From:15550177@lid} Reason:timeout}',
    ],
    [
      /whatsmeow/,
      /XMLString/,
      '&events.CallOffer{CallRemoteMeta:types.CallRemoteMeta{}, Data:(*waBinary.Node)(0xc000)}',
    ],
    [
      /whatsmeow/,
      /XMLString/,
      '{"From":"15550177@lid","CallCreator":"15550177@lid","CallID":"9D","Reason":"timeout"}',
    ],
    [
      /whatsapp-web\.js/,
      /decodeStanza/,
      "Call {\n  id: '9D',\n  from: '15550177@c.us',\n  canHandleLocally: false\n}",
    ],
    [/wa-js/, /decodeStanza/, '{"id":"9D","isGroup":false,"offerTime":1767500000,"sender":"15550177@c.us"}'],
    [/Cloud API/, /speaks the protocol/, "CallConnect(id='wacid.9D', from_user=User(wa_id='15550177'))"],
  ];
  for (const [client, way, event] of events) {
    it(`is recognized, with a hint how to get its stanza: ${event.slice(0, 40)}`, () => {
      const { stanzas, problems } = parse(event);
      assert.deepEqual(stanzas, []);
      assert.match(problems[0]?.message ?? '', client);
      assert.match(problems[0]?.message ?? '', /event/);
      assert.match(problems[0]?.hint ?? '', way);
      assert.doesNotMatch(JSON.stringify(problems), /15550177/);
    });
  }
});

describe('abbreviated output', () => {
  it('is a node whose nodes were not printed, and no bytes', () => {
    for (const content of ['[Array]', '[ [Object] ]', '[ ... 2 more items ]', '[ [Circular *1] ]']) {
      const { stanzas } = parse(
        `{ tag: 'ack', attrs: { id: '1' }, content: [ { tag: 'relay', attrs: {}, content: ${content} } ] }`,
      );
      const relay = stanzas[0]?.root.children[0];
      assert.deepEqual([relay?.tag, relay?.cut, relay?.content], ['relay', true, undefined], content);
    }
  });

  it('is broken if a console folded it, with a hint how to copy it completely', () => {
    const { stanzas, problems } = parse("{tag: 'call', attrs: {id: '1', from: h}, content: Array(1)}");
    assert.deepEqual([stanzas[0]?.broken, stanzas[0]?.root.cut], [true, true]);
    assert.ok(problems.some(({ hint }) => /Copy object/.test(hint)));
  });

  it('includes what Baileys repeats of a node that it acknowledges', () => {
    const head = '{"tag":"call","attrs":{"id":"1","t":"2"}}';
    const cutOf = (log: string): unknown => parse(log).stanzas.map(({ root }) => root.cut);
    assert.deepEqual(cutOf(`{"recv":${head},"sent":{"id":"1"},"msg":"sent ack"}`), [true]);
    assert.deepEqual(cutOf(head), [false]);
    assert.deepEqual(cutOf(`{"node":${head}}`), [false]);
  });
});

it('a payload without its outer tag is a stanza of its own', () => {
  assert.match(one('<terminate call-id="9D" reason="busy"/>', 'payload').xml, /^<terminate /);
});
