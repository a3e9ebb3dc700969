import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  findLeaks,
  findLeaksInId,
  findLeaksInNode,
  findLeaksInVersion,
  type LeakKind,
} from '../../../../lib/capture/leaks/find-leaks.ts';
import { captureRules } from '../../../../lib/rules/capture-rules.ts';
import { runRules } from '../../../../lib/rules/run-rules.ts';
import { corpusOf, node, SPEC } from '../nodes.ts';

const FOUND: readonly (readonly [string, LeakKind])[] = [
  ['caller_pn="4915112345678"', 'a phone number'],
  ['call me: +49 (151) 123-45678', 'a phone number'],
  ['from="4915112345678:3@s.whatsapp.net"', 'a real JID'],
  ['to="98765432109876@lid"', 'a real JID'],
  ['120363-1234@g.us', 'a real JID'],
  ['alice@lid', 'a real JID'],
  ['ip="255.1.2.3" or 241.0.0.1', 'a real network address'],
  ['BOB@s.whatsapp.net', 'a real JID'],
  ['mail grace.hopper@navy.mil', 'an e-mail address'],
  ['A@gmail.com', 'an e-mail address'],
  ['ip="89.26.12.7"', 'a real network address'],
  ['ip="192.168.0.12:3478"', 'a real network address'],
  ['2a02:8071:22::1', 'a real network address'],
  ['[fe80::1ff:fe23:4567:890a]', 'a real network address'],
  ['call-id="0123456789ABCDEF0123456789ABCDEF"', 'a long hexadecimal value'],
  ['id="deadbeefdeadbeef"', 'a long hexadecimal value'],
  ['de ad be ef 00 11 22 33', 'a long hexadecimal value'],
  ['uuid 1b671a64-40d5-491e-99b0-da01ff1f3341', 'a long hexadecimal value'],
  ['<enc>MwohBZ7u1b2C3d4E5f6G7h8I9j0=</enc>', 'a long base64 value'],
  ['<enc>MwohBZ7u1b2C3d4E5f6G7h_8I-9j0</enc>', 'a long base64 value'],
  ['token="wKjhGfDsApOiUzTrEwQaS="', 'a long base64 value'],
  ['at 48.137154, 11.576124', 'a pair of coordinates'],
  ['x="ID-0001-synthetic/MwohBZ7u1b2C3d4E5f6G7h8I9j0"', 'a long base64 value'],
];

const FINE = [
  'A@s.whatsapp.net B.0:7@s.whatsapp.net USER-0027-synthetic:12@lid @call call s.whatsapp.net 0@s.whatsapp.net status@broadcast',
  'CALLID-0001-synthetic@call D@server-0001.invalid x@',
  '203.0.113.7:3478 192.0.2.1 198.51.100.200 240.0.3.7 0.0.0.0 [2001:db8::1]:50000 2001:db8:0:1::2 :: ::1',
  't="1700000000" e="1700000123456" latency="33554477" id="1A2B3C4D5E" count="99001"',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAAAE= 00000000000000000000000000000001',
  'version="2.26.1.12" transport-message-type="0" waiting_room_enabled="1" CALLID-0001-synthetic',
  'part="CALLID-0001-synthetic/2001" CALLID-0001-synthetic_ID-0002-synthetic-7',
  '<call from="A@s.whatsapp.net" to="B@s.whatsapp.net"/> 12:34:56 1.5 0.25 16000 8000',
];

describe('the leak check', () => {
  for (const [text, kind] of FOUND) {
    it(`finds ${kind} in ${text.slice(0, 30)}`, () => {
      const leaks = findLeaks(`<a>\n  ${text}\n</a>`);
      assert.ok(
        leaks.some((leak) => leak.kind === kind),
        JSON.stringify(leaks),
      );
      assert.ok(leaks.every(({ offset }) => offset >= 4 && offset < 6 + text.length));
    });
  }

  it('finds nothing in placeholders', () => {
    for (const text of FINE) assert.deepEqual(findLeaks(text), [], text);
  });

  it('looks at the ids of a capture and at what it says of its source', () => {
    assert.deepEqual(findLeaksInId('Call-Reject-mitm-tls-01'), []);
    assert.equal(findLeaksInId('call4915112345678x')[0]?.kind, 'a phone number');
    const corpus = corpusOf({
      'captures/a4915112345678.yaml': `id: a4915112345678
source: { technique: mitm-tls, contributor: ada, tools: ['proxy of ana@example.org.br'] }
stanza_tag: call
direction: incoming
confidence: probable
raw: { format: xml, body: '<call/>' }
sanitized: true
`,
    });
    assert.deepEqual(
      runRules(corpus, captureRules())
        .filter(({ code }) => code === 'capture/leak')
        .map(({ path }) => path),
      ['a4915112345678', 'a4915112345678'],
    );
  });

  it('looks at every value and name of a node, and at its bytes', () => {
    const kinds = (one: ReturnType<typeof node>): string[] => findLeaksInNode(one).map(({ kind }) => kind);
    assert.deepEqual(kinds(node('call', { '4915112345678': '1' })), ['a phone number']);
    assert.deepEqual(kinds(node('call', {}, [node('offer', {}, [node('x', { a: '4915112345678' })])])), [
      'a phone number',
    ]);
    assert.deepEqual(kinds(node('te', {}, 'WRoMBw2W')), ['a real network address']);
    assert.deepEqual(kinds(node('te', {}, '591a0c070d96')), ['a real network address']);
    assert.deepEqual(kinds(node('te', {}, Uint8Array.of(89, 26, 12, 7, 13, 150))), [
      'bytes that were not sanitized',
    ]);
    assert.deepEqual(
      kinds(
        node(
          'enc',
          {},
          Uint8Array.from({ length: 30 }, (_, i) => i),
        ),
      ),
      ['bytes that were not sanitized'],
    );
    assert.deepEqual(kinds(node('te', {}, Uint8Array.of(203, 0, 113, 7, 13, 150))), []);
    assert.deepEqual(kinds(node('enc', {}, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2))), []);
    assert.deepEqual(kinds(node('call', { version: '2.26.1.12' })), []);
  });

  it('takes a build of a client for one, and nothing else', () => {
    for (const build of ['2.3000.1039501489', '2.26.4.73', '']) {
      assert.deepEqual(findLeaksInVersion(build), [], build);
    }
    for (const other of ['4915112345678', '2.3000.1039501489 of 4915112345678', '89.26.12.7']) {
      assert.notDeepEqual(findLeaksInVersion(other), [], other);
    }
  });

  it('shares no code with the sanitizer', () => {
    const source = readFileSync(
      new URL('../../../../lib/capture/leaks/find-leaks.ts', import.meta.url),
      'utf8',
    );
    assert.deepEqual(source.match(/from '.*'/g), ["from '../tree/captured-node.ts'"]);
  });

  it('finds nothing in the examples and values of the spec', () => {
    for (const { data } of SPEC.definitions.stanza.values()) {
      for (const { body, note = '' } of data.examples ?? [])
        assert.deepEqual(findLeaks(`${body}\n${note}`), [], data.id);
    }
    for (const { observed, path } of SPEC.facts) assert.deepEqual(observed.flatMap(findLeaks), [], path);
  });

  it('takes time that grows with the text and no faster', () => {
    for (const piece of ['1', 'a', 'A1+', ':', '1.', 'a@', '0123456789abcdef-', ' 12', '+1 ', '"']) {
      const text = piece.repeat(200_000 / piece.length);
      const start = performance.now();
      findLeaks(text);
      assert.ok(performance.now() - start < 2000, piece);
    }
  });
});
