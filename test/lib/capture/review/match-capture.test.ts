import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchCapture } from '../../../../lib/capture/review/match-capture.ts';
import { lastSeen } from '../../../../lib/capture/seen/last-seen.ts';
import { moreRecords, moreWords, sightings } from '../../../../lib/capture/seen/sightings.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { attribute, child, flow, stanza } from '../../../cases/texts.ts';
import { corpusOf } from '../nodes.ts';

const provenance = (sources: string): string =>
  `provenance: { techniques: [websocket-capture], sources: [${sources}] }`;

/** A stanza with an offer, an ack of it, and a flow that begins with the offer. */
const spec = (sources: string, captures: Readonly<Record<string, string>>): Corpus =>
  corpusOf({
    'stanzas/call-offer.yaml': stanza(
      `attributes:\n  - ${attribute('id', 'string', provenance(sources), 'probable')}\n  - ${attribute('t', 'timestamp')}\nchildren:\n  - ${child('offer', '1', `attributes: [${attribute('call-id', 'string')}]`)}\n`,
      'call-offer',
    ),
    'stanzas/call-ack.yaml': stanza(
      `match: { attributes: [{ name: class, values: [call] }] }\nattributes:\n  - ${attribute('id', 'string')}\n  - ${attribute('class', 'string')}\n`,
      'call-ack',
    ).replace('tag: call', 'tag: ack'),
    'flows/a-call.yaml': flow(['from: caller, to: callee, stanza: call-offer']),
    ...captures,
  });

const traceOf = (
  id: string,
  more: string,
  records: readonly (readonly [direction: string, body: string])[],
): string => `id: ${id}
confidence: probable
sanitized: true
${more}
trace:
${records.map(([direction, body], i) => `  - { at: ${i}, direction: ${direction}, body: '${body}' }`).join('\n')}
`;

const WEB = `kind: captured
source: { technique: websocket-capture, client: official, version: '2.3', platform: WhatsApp Web, captured_at: '2026-05-14' }`;
const OFFER = '<call id="ID-0001-synthetic"><offer call-id="CALLID-0001-synthetic"/></call>';
const CALL = [
  ['outgoing', OFFER],
  ['incoming', '<ack id="ID-0001-synthetic" class="call"/>'],
  ['incoming', '<ack id="ID-0001-synthetic" class="receipt"/>'],
  ['outgoing', '<call id="ID-0002-synthetic"><offer call-id="CALLID-0001-synthetic"/></call>'],
] as const;

describe('matchCapture', () => {
  const corpus = spec('', { 'captures/a.yaml': traceOf('a', WEB, CALL) });
  const capture = corpus.definitions.capture.get('a')?.data;
  assert.ok(capture);
  const records = matchCapture(capture, corpus);

  it('has a review of each record, in their order', () => {
    assert.deepEqual(
      records.map(({ record, review }) => [record.ref, review.stanza, review.direction]),
      [
        ['a#1', 'call-offer', 'outgoing'],
        ['a#2', 'call-ack', 'incoming'],
        ['a#3', 'call-ack', 'incoming'],
        ['a#4', 'call-offer', 'outgoing'],
      ],
    );
  });

  it('takes what only its id ties to the call as evidence in a trace', () => {
    assert.ok(records.every(({ review }) => review.notEvidence === undefined));
    assert.deepEqual(
      records[2]?.review.verdicts.map(({ path, verdict }) => [path, verdict]),
      [
        ['call-ack:@id', 'supports'],
        ['call-ack:@class', 'supports'],
      ],
    );
  });

  it('holds no other record against the stanza of its tag, and none that lacks what identifies it', () => {
    const body = (text: string) => ({ at: 0, direction: 'incoming' as const, body: text });
    const [, ...others] = matchCapture(
      {
        ...capture,
        trace: [
          body(OFFER),
          body('<ack id="ID-0009-synthetic" class="receipt"/>'),
          body('<ack id="ID-0001-synthetic"/>'),
          body('<receipt id="ID-0001-synthetic" class="receipt"/>'),
        ],
      },
      corpus,
    );
    assert.deepEqual(
      others.map(({ review }) => review.stanza),
      [undefined, undefined, undefined],
    );
    const { trace: _, ...single } = capture;
    const alone = {
      ...single,
      direction: 'incoming' as const,
      raw: { format: 'xml' as const, body: CALL[2][1] },
    };
    assert.deepEqual(
      matchCapture(alone, corpus).map(({ review }) => review.stanza),
      [undefined],
    );
  });

  it('leaves out a record that cannot be read, and what was exchanged with the own engine supports nothing', () => {
    const one = matchCapture(
      {
        ...capture,
        trace: [
          { at: 0, direction: 'outgoing', body: 'nothing' },
          { at: 1, direction: 'outgoing', body: '<call from="A@lid" id="1"><offer/></call>' },
        ],
      },
      corpus,
    );
    assert.deepEqual(
      one.map(({ record, review }) => [record.n, review.notEvidence?.kind, review.verdicts.length]),
      [[2, 'engine', 0]],
    );
  });
});

describe('the records that show a fact', () => {
  const files = {
    'captures/a.yaml': traceOf('a', WEB, CALL),
    'captures/b.yaml': traceOf('b', WEB.replace('05-14', '04-01').replace('2.3', '2.2'), CALL),
    'captures/c.yaml': traceOf('c', `${WEB.replace('captured', 'synthetic')}`, CALL),
    'captures/one.yaml': `id: one\n${WEB}\nstanza_tag: call\ndirection: outgoing\nconfidence: probable\nsanitized: true\nraw: { format: xml, body: '${OFFER}' }\n`,
  };
  const factOf = (sources: string) => {
    const corpus = spec(sources, files);
    const fact = corpus.factByPath.get('call-offer:@id');
    assert.ok(fact);
    return { corpus, fact };
  };

  it('are those of all captures but synthetic ones', () => {
    const { corpus } = factOf('');
    assert.deepEqual(
      sightings(corpus)
        .get('call-offer:@id')
        ?.map(({ record }) => record.ref),
      ['a#1', 'a#4', 'b#1', 'b#4', 'one'],
    );
    assert.equal(sightings(corpus).get('call-offer:@t'), undefined);
  });

  for (const [sources, expected] of [
    ['', { records: 4, traces: 2 }],
    ["'capture:a#1', 'capture:b#4'", { records: 2, traces: 2 }],
    ["'capture:a', 'capture:b#4'", { records: 1, traces: 1 }],
    ["'capture:one'", { records: 4, traces: 2 }],
    ["'capture:a', 'capture:b'", undefined],
  ] as const) {
    it(`are counted beside the sources ${sources}`, () => {
      const { corpus, fact } = factOf(sources);
      assert.deepEqual(moreRecords(fact, corpus), expected);
    });
  }

  it('are counted in words', () => {
    assert.equal(moreWords({ records: 212, traces: 30 }), 'and 212 more records in 30 traces');
    assert.equal(moreWords({ records: 1, traces: 1 }), 'and 1 more record in 1 trace');
  });

  it('say when and in which client it was last seen, though it does not name them', () => {
    const { corpus, fact } = factOf("'capture:b#1'");
    assert.equal(lastSeen([fact], corpus), 'WhatsApp Web 2.3, 2026-05-14');
  });
});
