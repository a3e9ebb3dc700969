import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { match } from '../../../../lib/capture/match/match.ts';
import { notEvidence } from '../../../../lib/capture/match/not-evidence.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { draftStanzas } from '../draft-stanzas.ts';
import { SPEC, SPEC_FILES } from '../nodes.ts';
import { draftOf, SEND } from './draft-of.ts';

const kindsIn = (log: string): (string | undefined)[] =>
  notEvidence(parse(log).stanzas, SPEC).map((one) => one?.kind);

const RECV = '10:20:30.400 [Client/Recv DEBUG] ';
const CALL =
  '<call from="15550100001@s.whatsapp.net" id="AB12" t="1767323096"><terminate call-id="0A0B0C0D0E0F00010203040506070809" call-creator="15550100001:2@s.whatsapp.net" reason="timeout"/></call>';

describe('stanzas about messages are no evidence about calls', () => {
  const NEIGHBOURS = [
    `${RECV}<ack class="message" from="15550100002@s.whatsapp.net" id="3EB0AA" t="1767323090"/>`,
    `${SEND}<ack class="notification" to="15550100002@s.whatsapp.net" id="77" type="picture"/>`,
    `${RECV}<receipt from="15550100002@s.whatsapp.net" id="3EB0AA" t="1767323091" type="read"/>`,
    `${RECV}<receipt from="15550100002@g.us" id="3EB0AB" participant="15550100003@s.whatsapp.net" t="1767323092"/>`,
    `${SEND}<receipt id="3EB0AC" to="15550100002@s.whatsapp.net"><list><item id="3EB0AD"/></list></receipt>`,
  ];

  it('acks of another class and receipts without a payload of calls are not drafted', () => {
    const { captures, files } = draftOf(NEIGHBOURS.join('\n'));
    assert.deepEqual([captures, files], [[], []]);
  });

  it('only a call among them is drafted', () => {
    const { captures } = draftOf([...NEIGHBOURS, `${RECV}${CALL}`, ...NEIGHBOURS].join('\n'));
    assert.deepEqual(
      captures.map(({ review }) => review?.stanza),
      ['call-terminate'],
    );
  });

  it('a stanza that only its id connects to a call is shown as part of it, and is no evidence', () => {
    const log = `${RECV}${CALL}\n${SEND}<ack class="receipt" to="15550100001@s.whatsapp.net" id="AB12"/>\n${RECV}<receipt from="15550100001@s.whatsapp.net" id="AB12"/>`;
    assert.deepEqual(kindsIn(log), [undefined, 'id-only', 'id-only']);
    assert.equal(draftOf(log).captures.length, 1);
  });

  it('a stanza and its sanitized form match the same definition', () => {
    for (const type of ['offer', 'link_create', 'picture']) {
      const [capture] = draftOf(
        `<ack class="call" type="${type}" id="x9Zq" from="15550100001@lid"/>`,
      ).captures;
      assert.equal(capture?.review?.stanza, type === 'link_create' ? 'call-link-ack' : 'call-ack');
    }
  });
});

describe('what a client passes to its own engine is no evidence', () => {
  const ack = (dir: string) => `${dir}<ack from="15550100001@lid" class="call" type="offer" id="AB12"/>`;

  it('an ack that was logged as sent, with from and without to', () => {
    assert.deepEqual(kindsIn(`${ack(RECV)}\n${ack(SEND)}`), [undefined, 'engine']);
    assert.deepEqual(kindsIn(ack(SEND)), ['engine']);
    assert.deepEqual(
      kindsIn(`${SEND}<ack from="15550100009@lid" to="15550100001@lid" class="call" id="AB12"/>`),
      [undefined],
    );
  });

  it('a bare payload that also occurs in its envelope, before or after it', () => {
    const bare = '<terminate call-id="0A0B" call-creator="15550100001:2@lid" reason="timeout"/>';
    // Another order of attributes is the same payload.
    const again = '<terminate call-creator="15550100001:2@lid" call-id="0A0B" reason="timeout"/>';
    const wrapped = `${SEND}<call to="15550100002@lid" id="AB13">${again}</call>`;
    assert.deepEqual(kindsIn(`${RECV}${bare}\n${wrapped}`), ['engine', undefined]);
    assert.deepEqual(kindsIn(`${wrapped}\n${RECV}${bare}`), [undefined, 'engine']);
  });

  it('a bare payload without a repetition supports its own facts and none of the envelope', () => {
    const { captures } = draftOf(
      '<terminate call-id="0A0B" call-creator="15550100001:2@lid" reason="timeout"/>',
    );
    const [capture] = captures;
    assert.equal(capture?.review?.stanza, 'call-terminate');
    assert.ok(capture?.supports.includes('call-terminate:terminate@reason'));
    const outer = capture?.supports.filter((path) => /^call-envelope:|^call-terminate:@/.test(path));
    assert.deepEqual(outer, []);
  });
});

describe('a recorder in a client', () => {
  const record = (dir: string, xml: string, i: number): string =>
    JSON.stringify({ i, at: '2026-02-03T04:05:06.000Z', dir, xml });
  const terminate = '<terminate call-id="0A0B0C" call-creator="15550100001:2@lid" reason="timeout" />';
  const LOG = [
    record('in', '<ack from="15550100001@lid" class="call" type="offer" id="AB12" />', 1),
    record('out', '<ack from="15550100001@lid" class="call" type="offer" id="AB12" />', 2),
    record('in', terminate, 3),
    record('out', `<call to="15550100001@lid" id="AB13">${terminate}</call>`, 4),
    record('out', '<ack to="15550100001@lid" class="call" type="terminate" id="AB14" />', 5),
  ].join('\n');

  it('gives the direction and the calls to the engine in its own records', () => {
    assert.deepEqual(kindsIn(LOG), [undefined, 'engine', 'engine', undefined, undefined]);
    assert.deepEqual(
      parse(LOG).stanzas.map(({ direction, form }) => `${direction} ${form}`),
      ['incoming xml', 'outgoing xml', 'incoming xml', 'outgoing xml', 'outgoing xml'],
    );
  });

  it('is no library, so that its captures name no client', () => {
    const { captures, after } = draftOf(LOG);
    assert.equal(captures.length, 3);
    for (const { id } of captures) {
      assert.equal(after.corpus.definitions.capture.get(id)?.data.source.client, undefined);
    }
  });
});

describe('another stanza never contradicts this one', () => {
  const stanzaIn = (log: string) => {
    const [stanza] = parse(log).stanzas;
    assert.ok(stanza !== undefined);
    return match(stanza, SPEC);
  };

  it('an envelope without a payload is not a stanza that needs a payload', () => {
    assert.equal(stanzaIn('<call from="A@lid" id="1" t="1700000000"/>').stanza, undefined);
    const [cut] = parse('<call from="A@lid" id="1" t="1700000000"').stanzas;
    if (cut !== undefined) assert.equal(match(cut, SPEC).stanza, 'call-envelope');
  });

  it('an unknown payload belongs to the envelope', () => {
    const { stanza, verdicts } = stanzaIn('<call from="A@lid" id="1"><brand_new a="1"/></call>');
    assert.equal(stanza, 'call-envelope');
    assert.deepEqual(
      verdicts.filter(({ verdict }) => verdict === 'contradicts'),
      [],
    );
  });
});

describe('payloads of several stanzas in one envelope', () => {
  const review = (inside: string) => {
    const [stanza] = parse(`<call from="A@lid" id="1" t="1700000000">${inside}</call>`).stanzas;
    assert.ok(stanza !== undefined);
    return match(stanza, SPEC);
  };

  it('are ambiguous, and match none', () => {
    const { stanza, tied } = review('<offer call-id="a"/><terminate call-id="a"/>');
    assert.deepEqual([stanza, tied], [undefined, ['call-offer', 'call-terminate']]);
  });

  it('match a stanza that describes them all, if there is one', () => {
    assert.equal(review('<mute_v2 mute-state="0"/><video state="1"/>').stanza, 'call-mute');
  });
});

describe('a question about the server', () => {
  it('is answered only by what the server wrote', () => {
    const settled = (log: string): string[] => {
      const [stanza] = parse(log).stanzas;
      return stanza === undefined ? [] : match(stanza, SPEC).settled.map(({ question }) => question);
    };
    const ack = (side: string) => `<ack class="call" ${side}="15550100001@lid" id="1" type="terminate"/>`;
    assert.ok(settled(ack('from')).includes('call-ack-time'));
    assert.ok(!settled(ack('to')).includes('call-ack-time'));
  });
});

describe('what was cut', () => {
  const NODE = `{
  tag: 'ack',
  attrs: { from: '15550100001@s.whatsapp.net', class: 'call', type: 'offer', id: 'AB12' },
  content: [ { tag: 'relay', attrs: { uuid: 'x' }, content: [Array] } ]
}`;
  it('supports nothing below the cut, drafts no entry and answers no question', () => {
    const { captures } = draftOf(NODE);
    const [capture] = captures;
    assert.ok(capture?.supports.includes('call-ack:relay'));
    assert.deepEqual([capture?.added, capture?.settled, capture?.disputes], [[], [], []]);
    assert.deepEqual(
      capture?.supports.filter((path) => path.includes('text()')),
      [],
    );
  });
});

describe('of a repeated new child', () => {
  it('each occurrence is drafted, in one log and in its stanzas, each part with the capture that shows it', () => {
    const offer = (inside: string, id: string) =>
      `<call from="15550100001@lid" id="${id}" t="1767323096"><offer call-id="0A0B" call-creator="15550100001:2@lid">${inside}</offer></call>`;
    const log = `${offer('<brandnew first="1"/><brandnew second="2"/>', 'A')}\n${offer('<brandnew third="3"/>', 'B')}`;
    const { captures, after } = draftStanzas(parse(log).stanzas, SPEC, SPEC_FILES, {
      technique: 'websocket-capture',
      kind: 'captured',
      keepNames: ['brandnew', 'first', 'second', 'third'],
    });
    const at = 'call-offer:offer/brandnew';
    assert.deepEqual(
      ['@first', '@second', '@third'].map(
        (name) => after.corpus.factByPath.get(`${at}${name}`)?.provenance.sources,
      ),
      [[`capture:${captures[0]?.id}`], [`capture:${captures[0]?.id}`], [`capture:${captures[1]?.id}`]],
    );
    assert.equal(after.corpus.factByPath.get(at)?.occurrence, '0..n');
  });
});

describe('the sanitizer keeps what the spec lists as public', () => {
  it('a listed capability blob, as hex and as base64, and the type of an ack', () => {
    const offer = (blob: string) =>
      `<call from="15550100001@lid" id="A" t="1767323096"><offer call-id="0A0B" call-creator="15550100001:2@lid" joinable="1"><capability ver="1">${blob}</capability></offer></call>`;
    for (const blob of ['0104ff09c4fa', 'AQT/CcT6']) {
      const { files } = draftOf(offer(blob));
      const made = files.find(({ path }) => path.startsWith('captures/'))?.after ?? '';
      assert.ok(made.includes(`>${blob}<`) && made.includes('joinable="1"'), made);
      const listed = files.find(({ path }) => path === 'enums/capability-blobs.yaml')?.after ?? '';
      assert.match(listed, /capture:call-offer/);
    }
    const [other] = draftOf(offer('0104ff09c4fb')).files.filter(({ path }) => path.startsWith('captures/'));
    assert.ok(other !== undefined && !other.after.includes('0104ff09c4fb'));
    const [ack] = draftOf('<ack class="call" from="15550100001@lid" id="A" type="preaccept"/>').files;
    assert.match(ack?.after ?? '', /type="preaccept"/);
  });
});
