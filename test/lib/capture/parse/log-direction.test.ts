import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadBinaryDecoder } from '../../../../lib/capture/decode/load-binary-decoder.ts';
import { FORMS } from '../../../../lib/capture/forms/index.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';

const decodeBinary = await loadBinaryDecoder();
const XML = '<ack from="15550100@lid" class="call" id="7D01"/>';
const NODE = { tag: 'ack', attrs: { from: '15550100@lid', id: '7D01' } };
const directions = (log: string): string =>
  parse(log, { decodeBinary })
    .stanzas.map(({ direction }) => direction ?? 'untold')
    .join();

// biome-ignore format: one line a kind
const PREFIXES = {
  incoming: [
    '<- ', '<-', '<-- ', '<<< ', '<< ', '← ', '12:00:01 <<< ack ',
    'IN ', '[in] ', '(IN) ', 'in: ', '12:00:01 in ', '2026-02-03T04:05:06Z in ', 'DEBUG in: ', 'stanza in: ', 'xml_in ',
    'recv: ', 'RECV ', '[recv] ', 'recv<- ', 'received ', 'Received: ', '[wa:recv] ', 'incoming ', 'Incoming stanza: ', 'inbound ',
    '[RX] ', 'rx<- ', 'RX> ', 'rx: ', 'dir=in n=5 ', 'direction: incoming ', 'level=debug msg=recv ', 'Received node:\n',
  ],
  outgoing: [
    '-> ', '->', '--> ', '>>> ', '>> ', '→ ', '[DEBUG] core --> ', '>>> sending it ',
    'OUT ', '[out] ', 'out: ', '[OUT] #4 ', '10:00 debug out ', 'dir=out n=5 ',
    'send: ', 'sent ', 'SENT ', 'sending ', '[Sent] ', 'outgoing ', 'outbound ', '<!-- sent --> ',
    '[TX] ', 'tx-> ', 'TX> ', 'tx: ', '12:00 tx:\n', '>>>\n',
  ],
  untold: [
    'outer ', 'input ', 'sender ', '[Client INFO] ', 'context: ', 'consent ', 'OUTPUT ', 'index ', '[resend] ', 'rx-queue ',
    'logged in ', 'logged in: ', 'timed out: ', 'check-in ', 'out-of-sync ', 'in 5 ms ', 'in=5 out=3 ', 'logged in\n',
    'failed to send ', 'sent_at=12 ', 'me@in.example ', 'at in.example.Reader ', '/var/in/log ',
    'server -> client: ', 'a->b ', 'x <-> y ', '<!-- note --> ',
    '-> recv ', 'recv/sent ', 'in/out ', 'sent or received ', 'IN OUT ',
  ],
} as const;

// biome-ignore format: one line a kind
const FIELDS = {
  incoming: [
    { dir: 'in' }, { dir: 'IN' }, { dir: '<-' }, { direction: 'incoming' }, { direction: 'received' }, { direction: 'rx' },
    { type: 'recv' }, { kind: 'in' }, { event: 'stanza_in' }, { event: 'ws:recv' }, { msg: 'received stanza' },
  ],
  outgoing: [
    { dir: 'out' }, { dir: '>>>' }, { dir: '→' }, { direction: 'outgoing' }, { direction: 'sent' }, { direction: 'tx' },
    { event: 'send' }, { kind: 'out' }, { type: 'xml-out' }, { msg: 'sending' },
  ],
  untold: [
    { dir: 'outer' }, { type: 'input' }, { from: 'sender' }, { msg: 'logged in' }, { country: 'in' },
    { dir: 'in', type: 'send' }, { msg: '[Client INFO]' },
  ],
} as const;

describe('the direction in a log', () => {
  it('is before a stanza in its line, or in the line above', () => {
    for (const [told, prefixes] of Object.entries(PREFIXES)) {
      for (const prefix of prefixes) assert.equal(directions(prefix + XML), told, prefix);
    }
  });

  it('is in the short fields of a record, before or after the stanza', () => {
    for (const [told, all] of Object.entries(FIELDS)) {
      for (const fields of all) {
        for (const record of [
          { i: 1, ...fields, xml: XML },
          { xml: XML, ...fields },
          { ...fields, frame: NODE },
          { ...fields, data: JSON.stringify(NODE) },
        ]) {
          assert.equal(directions(JSON.stringify(record)), told, JSON.stringify(record));
        }
      }
    }
    assert.equal(directions(JSON.stringify({ sent: XML })), 'outgoing');
  });

  it('is found in every form', () => {
    for (const { name, example } of FORMS) {
      if (directions(example) !== 'untold') continue;
      for (const [prefix, told] of [
        ['<<< ', 'incoming'],
        ['[out] ', 'outgoing'],
        ['12:00 RECV: ', 'incoming'],
        ['tx-> ', 'outgoing'],
      ] as const) {
        assert.equal(directions(prefix + example), told, `${prefix}${name}`);
      }
    }
  });

  it('applies to the stanza after it, whether several are in a line or one per line', () => {
    assert.equal(directions(`-> ${XML} <- ${XML}`), 'outgoing,incoming');
    assert.equal(
      directions(`>>> ${XML}\n>>> ${XML}\n<<< ${XML}\n${XML}`),
      'outgoing,outgoing,incoming,untold',
    );
    assert.equal(directions(`${XML} sent\n`), 'untold');
  });
});
