import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { disputeClaim } from '../../../../lib/capture/draft/edits/dispute-claim.ts';
import { annotate } from '../../../../lib/capture/match/annotate.ts';
import { earlierInCall } from '../../../../lib/capture/match/earlier-in-call.ts';
import { match } from '../../../../lib/capture/match/match.ts';
import type { Verdict } from '../../../../lib/capture/match/verdict.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { verdictHint } from '../../../../lib/capture/review/verdict-hint.ts';
import { verdictMessage } from '../../../../lib/capture/review/verdict-message.ts';
import type { CapturedNode, CapturedStanza } from '../../../../lib/capture/tree/captured-node.ts';
import { COMMAND_WAYS } from '../../../../lib/node/process/command-ways.ts';
import { attribute, child, flow, sharedNode, stanza } from '../../../cases/texts.ts';
import { corpusOf, node, stanzaOf } from '../nodes.ts';

const list = (key: string, ...items: string[]): string =>
  `${key}:\n${items.map((one) => `  - ${one}\n`).join('')}`;

const FILES = {
  'stanzas/call-offer.yaml': stanza(
    list(
      'children',
      child(
        'offer',
        '1',
        `attributes: [${attribute('call-id', 'string')}], children: [{ tag: te, use: te, occurrence: 0..n, confidence: unknown }]`,
      ),
    ),
    'call-offer',
  ),
  'stanzas/call-accept.yaml': stanza(
    list(
      'children',
      child(
        'accept',
        '1',
        `attributes: [${[
          attribute('call-id', 'string'),
          attribute('early', 'string', 'only_if: not after call-offer'),
          attribute('late', 'string', 'required_if: after call-offer and outgoing'),
        ].join(', ')}]`,
      ),
    ),
    'call-accept',
  ),
  'nodes/te.yaml': sharedNode(
    list(
      'attributes',
      attribute('protocol', 'string'),
      attribute('port', 'int', "required_if: '@protocol = ''udp-17'''"),
      attribute('mac', 'string', 'only_if: key is present'),
    ) + list('children', child('key', '0..1', "required_if: '@mac is present and @port is absent'")),
  ),
};
const CORPUS = corpusOf(FILES);

const contradictions = (verdicts: readonly Verdict[]) =>
  verdicts.flatMap((one) =>
    one.verdict === 'contradicts' && one.how.kind === 'condition' ? [[one.path, one.how.how, one.count]] : [],
  );

const offer = (...te: CapturedNode[]): CapturedNode => node('call', {}, [node('offer', {}, te)]);
const accept = (attributes: Record<string, string> = {}, id = 'A'): CapturedNode =>
  node('call', {}, [node('accept', { 'call-id': id, ...attributes })]);
const offered = (id = 'A'): CapturedNode => node('call', {}, [node('offer', { 'call-id': id })]);

describe('a condition of a fact', () => {
  const root = offer(
    node('te', { protocol: 'udp-17', port: '1' }),
    node('te', { protocol: 'udp-17' }),
    node('te', { protocol: 'tcp', mac: '1' }),
  );
  const review = match(stanzaOf(root), CORPUS);

  it('is about the shared node that has it, each time that it occurs', () => {
    assert.deepEqual(contradictions(review.verdicts), [
      ['node/te:@port', 'required-if', 1],
      ['node/te:@mac', 'only-if', 1],
      ['node/te:key', 'required-if', 1],
    ]);
    const fitting = offer(
      node('te', { protocol: 'udp-17', port: '1' }),
      node('te', { mac: '2' }, [node('key')]),
    );
    assert.deepEqual(contradictions(match(stanzaOf(fitting), CORPUS).verdicts), []);
  });

  it('requires nothing of a node that was cut off', () => {
    const cut: CapturedNode = { ...node('te', { protocol: 'udp-17', mac: '1' }), cut: true };
    assert.deepEqual(contradictions(match(stanzaOf(offer(cut)), CORPUS).verdicts), []);
  });

  it('is explained, with what to do, and becomes a dispute', () => {
    const words = review.verdicts.flatMap((one) =>
      one.verdict === 'contradicts'
        ? [[verdictMessage(one), verdictHint(one, COMMAND_WAYS), disputeClaim(one.how)]]
        : [],
    );
    const incomplete = 'If the log is complete, it is not always there; a draft records that as a dispute.';
    assert.deepEqual(words, [
      [
        "<te> has no @port, which the spec requires if @protocol = 'udp-17'; that is the case.",
        incomplete,
        "A capture shows `<te>` without `port`, where `@protocol = 'udp-17'` is the case.",
      ],
      [
        '<te> has @mac, which the spec says occurs only if key is present; that is not the case.',
        'Check the log; if it is right, a draft records it as a dispute.',
        'A capture shows `mac` in `<te>`, where `key is present` is not the case.',
      ],
      [
        '<te> has no <key>, which the spec requires if @mac is present and @port is absent; that is the case.',
        incomplete,
        'A capture shows `<te>` without `<key>`, where `@mac is present and @port is absent` is the case.',
      ],
    ]);
  });

  it('shows what is missing at the node that lacks it', () => {
    const missing = annotate(root, review, CORPUS).flatMap(({ part, depth }) =>
      part.kind === 'missing' ? [`${depth} ${part.name}`] : [],
    );
    assert.deepEqual(missing, ['2 port', '2 <key>']);
  });

  it('makes the values that it asks for public, and no others', () => {
    const log = '<call><offer><te protocol="udp-17"/><te protocol="udp-18"/></offer></call>';
    const { sanitized } = reviewStanzas(parse(log), CORPUS);
    const values = sanitized[0]?.stanza.root.children[0]?.children.map(
      ({ attributes }) => attributes[0]?.value,
    );
    assert.equal(values?.[0], 'udp-17');
    assert.notEqual(values?.[1], 'udp-18');
  });
});

describe('what came earlier in the call', () => {
  const outgoing = (one: CapturedNode): CapturedStanza => stanzaOf(one, 'outgoing');

  it('is not known of a single stanza', () => {
    const { verdicts } = match(outgoing(accept({ early: '1' })), CORPUS);
    assert.deepEqual(contradictions(verdicts), []);
    assert.deepEqual(
      contradictions(match(outgoing(accept({ early: '1' })), CORPUS, undefined, ['call-offer']).verdicts),
      [
        ['call-accept:accept@early', 'only-if', 1],
        ['call-accept:accept@late', 'required-if', 1],
      ],
    );
  });

  it('is known of the stanzas of a log, by the id of their call', () => {
    const log = [
      '<call to="1@lid"><offer call-id="A"/></call>',
      '<call to="1@lid"><accept call-id="B" early="1"/></call>',
      '<call to="1@lid"><accept call-id="A" early="1" late="1"/></call>',
      '<call from="1@lid"><accept call-id="A"/></call>',
      '<call to="1@lid"><accept call-id="A"/></call>',
    ].join('\n');
    const { stanzas } = reviewStanzas(parse(log), CORPUS);
    const found = stanzas.map(({ sanitized, standalone }) => {
      assert.deepEqual(standalone?.review.verdicts, sanitized?.review.verdicts);
      return contradictions(sanitized?.review.verdicts ?? []);
    });
    assert.deepEqual(found, [
      [],
      [],
      [['call-accept:accept@early', 'only-if', 1]],
      [],
      [['call-accept:accept@late', 'required-if', 1]],
    ]);
  });

  const history = (corpus: typeof CORPUS, ...roots: CapturedNode[]) =>
    earlierInCall(
      roots.map((root) => stanzaOf(root)),
      [],
      corpus,
    );

  it('has each stanza once, in order, and nothing of other calls', () => {
    assert.deepEqual(
      history(CORPUS, offered(), offered('B'), offered(), accept(), accept(), accept({}, 'B'), node('iq')),
      [[], [], ['call-offer'], ['call-offer'], ['call-offer', 'call-accept'], ['call-offer'], undefined],
    );
  });

  it('is not known where the log begins in the middle of the call', () => {
    const corpus = corpusOf({
      ...FILES,
      'flows/a-call.yaml': flow(['from: caller, to: callee', 'from: caller, to: callee, stanza: call-offer']),
    });
    assert.deepEqual(history(corpus, accept(), offered('B'), accept({}, 'B'), offered(), accept()), [
      undefined,
      [],
      ['call-offer'],
      undefined,
      undefined,
    ]);
  });

  it('is not known after a stanza that could not be read, and leaves out what is no evidence', () => {
    const stanzas = [offered(), accept(), offered('B'), accept({}, 'B'), accept({}, 'B')].map((root) =>
      stanzaOf(root),
    );
    const broken = { kind: 'broken' } as const;
    const engine = { kind: 'engine', line: 1 } as const;
    assert.deepEqual(earlierInCall(stanzas, [broken, undefined, undefined, engine, undefined], CORPUS), [
      [],
      undefined,
      [],
      ['call-offer'],
      ['call-offer'],
    ]);
  });
});
