import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { match, type StanzaReview } from '../../../../lib/capture/match/match.ts';
import { renderReview, reviewJson } from '../../../../lib/capture/review/render-review.ts';
import { verdictHint } from '../../../../lib/capture/review/verdict-hint.ts';
import { verdictMessage } from '../../../../lib/capture/review/verdict-message.ts';
import type { CapturedNode, CapturedStanza } from '../../../../lib/capture/tree/captured-node.ts';
import { COMMAND_WAYS } from '../../../../lib/node/process/command-ways.ts';
import { attribute, child, enumeration, stanza } from '../../../cases/texts.ts';
import { corpusOf, node, SPEC, stanzaOf } from '../nodes.ts';

const CORPUS = corpusOf({
  'stanzas/call-env.yaml': stanza(
    `attributes:
  - ${attribute('from', 'jid')}
  - ${attribute('to', 'jid')}
  - ${attribute('platform', 'enum:colors')}
children:
  - ${child("'*'", '1', `attributes: [${attribute('call-id', 'string')}], children: [${child('silence', '0..1')}]`)}
`,
    'call-env',
  ),
  'stanzas/call-x.yaml': stanza(
    `attributes:
  - ${attribute('from', 'jid', 'required: true', 'probable')}
  - ${attribute('to', 'jid', 'required: true')}
  - ${attribute('t', 'timestamp', 'required: true')}
  - ${attribute('id', 'string', 'required: true')}
children:
  - ${child('offer', '1', `children_order: fixed, attributes: [${attribute('count', 'int')}, ${attribute('key', 'pair')}, ${attribute('reason', 'enum:colors')}], children: [${child('audio', '1..n')}, ${child('net', '0..1')}, ${child('enc', '1', 'content: { type: bytes, confidence: unknown, description: Bytes. }')}]`)}
`,
  ),
  'enums/colors.yaml': enumeration(['red', 'blue']),
  'types/pair.yaml': `id: pair
status: draft
summary: A type.
base: string
pattern: '[a-z]:[a-z]'
expected: a pair has two letters
privacy: id
`,
  'ledger.yaml': `names:
  - { name: rte, kind: tag, sources: ['https://example.org/'] }
  - { name: joinable, kind: attribute, sources: ['https://example.org/'], same_as: joined }
`,
});

const review = (root: CapturedNode, direction?: CapturedStanza['direction']): StanzaReview =>
  match(stanzaOf(root, direction), CORPUS);
const paths = (result: StanzaReview, verdict: string): string[] =>
  result.verdicts.filter((one) => one.verdict === verdict).map(({ path }) => path);
const GOOD = node('call', { from: 'A@lid', t: '1700000000', id: 'x', platform: 'red' }, [
  node('offer', { 'call-id': 'y', reason: 'blue' }, [
    node('audio'),
    node('audio'),
    node('enc', {}, Uint8Array.of(0)),
    node('silence'),
  ]),
]);

describe('match', () => {
  it('finds the stanza by tag and payload, and its envelope', () => {
    assert.deepEqual([review(GOOD).stanza, review(GOOD).envelope], ['call-x', 'call-env']);
    const other = review(node('call', {}, [node('accept')]));
    assert.deepEqual([other.stanza, other.envelope], ['call-env', undefined]);
    assert.equal(review(node('iq')).stanza, undefined);
    assert.equal(match(stanzaOf(node('ack', { class: 'call', type: 'offer' })), SPEC).stanza, 'call-ack');
    assert.equal(match(stanzaOf(node('call', {}, [node('mute_v2')])), SPEC).stanza, 'call-mute');
  });

  it('lists every fact that the stanza supports, including those of the envelope and of enums', () => {
    const result = review(GOOD);
    assert.deepEqual(paths(result, 'supports'), [
      'call-x:@from',
      'call-x:@t',
      'call-x:@id',
      'call-x:offer',
      'call-x:offer@reason',
      'call-x:offer/audio',
      'call-x:offer/enc',
      'call-x:offer/enc/text()',
      'call-env:@from',
      'call-env:@platform',
      'call-env:*',
      'call-env:*@call-id',
      'call-env:*/silence',
      'colors=blue',
      'colors=red',
    ]);
    assert.equal(result.verdicts.length, 15);
    assert.deepEqual(
      result.verdicts.filter(({ count }) => count > 1).map(({ path, count }) => [path, count]),
      [['call-x:offer/audio', 2]],
    );
  });

  it('lists each contradiction with its fact', () => {
    const result = review(
      node('call', { from: 'A@lid', t: 'now', platform: 'green' }, [
        node('offer', { count: 'x' }, [node('enc'), node('net'), node('net')]),
      ]),
    );
    assert.deepEqual(
      result.verdicts.flatMap((one) => (one.verdict === 'contradicts' ? [[one.path, one.how.kind]] : [])),
      [
        ['call-x:@t', 'value-type'],
        ['call-x:@id', 'missing-attribute'],
        ['call-x:offer', 'order'],
        ['call-x:offer@count', 'value-type'],
        ['call-x:offer/audio', 'missing-child'],
        ['call-x:offer/net', 'too-many'],
        ['call-env:@platform', 'enum-value'],
      ],
    );
    assert.ok(!paths(result, 'supports').includes('call-x:offer'), 'what is contradicted is not supported');
  });

  it('says of the order what the log has and what the spec requires, and how it is recorded', () => {
    const { verdicts } = review(node('call', {}, [node('offer', {}, [node('net'), node('audio')])]));
    const order = verdicts.find((one) => one.verdict === 'contradicts' && one.how.kind === 'order');
    assert.ok(order);
    assert.equal(verdictMessage(order), '<net> comes before <audio> in <offer>; the spec requires it after.');
    assert.equal(
      verdictHint(order, COMMAND_WAYS),
      'If the log keeps the order of the wire, a draft records a dispute.',
    );
  });

  it('holds a value against the pattern of its type, unless it is a placeholder', () => {
    const said = (key: string): unknown[] =>
      review(node('call', {}, [node('offer', { key }, [node('audio'), node('enc')])])).verdicts.flatMap(
        (one) => (one.verdict === 'contradicts' && one.path === 'call-x:offer@key' ? [one.how] : []),
      );
    assert.deepEqual(said('ab'), [{ kind: 'value-type', type: 'pair', expected: 'a pair has two letters' }]);
    assert.deepEqual(said('a:b'), []);
    assert.deepEqual(said('ID-0001-synthetic'), []);
  });

  it('judges the envelope by the direction of the stanza', () => {
    const missing = (root: CapturedNode, direction?: CapturedStanza['direction']): string[] =>
      paths(review(root, direction), 'contradicts').filter((path) => !path.includes('offer'));
    const empty = [node('offer')];
    assert.deepEqual(missing(node('call', {}, empty), 'incoming'), [
      'call-x:@from',
      'call-x:@t',
      'call-x:@id',
    ]);
    assert.deepEqual(missing(node('call', {}, empty), 'outgoing'), ['call-x:@to', 'call-x:@id']);
    assert.deepEqual(missing(node('call', {}, empty)), ['call-x:@id']);
    assert.equal(review(node('call', { t: '1' }, empty)).direction, 'incoming');
    assert.equal(review(node('call', { to: 'A@lid' }, empty)).direction, 'outgoing');
    assert.equal(review(node('call', { from: 'A@lid', to: 'B@lid' }, empty)).direction, undefined);
    assert.equal(review(GOOD).directionListed, false);
    assert.equal(review(GOOD, 'outgoing').directionListed, true);
  });

  it('distinguishes unknown names from those in the ledger', () => {
    const result = review(
      node('call', { id: 'x', fron: '1' }, [
        node('offer', { joinable: '1' }, [node('rte'), node('audoi'), node('net', {}, 'text')]),
      ]),
    );
    assert.deepEqual(paths(result, 'unknown'), [
      'call-x:@fron',
      'call-x:offer/audoi',
      'call-x:offer/net/text()',
    ]);
    assert.deepEqual(paths(result, 'ledger'), ['call-x:offer@joinable', 'call-x:offer/rte']);
    const [first] = result.verdicts.filter((one) => one.verdict === 'unknown');
    assert.equal(first?.verdict === 'unknown' && first.suggestion, 'from');
  });

  it('gives no verdict on what the log cut off', () => {
    const cut: CapturedNode = {
      ...node('call', {}, [{ ...node('offer', {}, [node('enc')]), content: undefined, cut: true }]),
      attributes: [
        { name: 't', value: 'n', cut: true },
        { name: 'id', value: 'x', cut: false },
      ],
    };
    const result = review({ ...cut, cut: true });
    assert.deepEqual(paths(result, 'contradicts'), []);
    assert.deepEqual(paths(result, 'cut'), ['call-x:@t']);
    assert.equal(result.cut, true);
  });

  it('reports a payload beside another one', () => {
    const result = review(
      node('call', { id: 'x' }, [node('offer', {}, [node('audio'), node('enc')]), node('mute')]),
    );
    assert.deepEqual(paths(result, 'contradicts'), ['call-env:*']);
    assert.deepEqual(paths(result, 'unknown'), ['call-x:mute']);
  });
});

describe('the report', () => {
  const bad = stanzaOf(
    node('call', { id: 'x', fron: 'SECRET' }, [
      node('offer', { count: 'SECRET', reason: 'SECRET' }, 'SECRET'),
    ]),
  );
  it('is ordered by importance, and shows no value', () => {
    const text = renderReview(match(bad, CORPUS), bad, COMMAND_WAYS);
    const at = ['Line 1: <call> with <offer>', 'Contradicts the spec', 'Not in the spec', 'Supports'].map(
      (part) => text.indexOf(part),
    );
    assert.deepEqual(
      at,
      [...at].sort((a, b) => a - b),
    );
    assert.ok(
      at.every((one) => one >= 0),
      text,
    );
    assert.doesNotMatch(
      `${text}${JSON.stringify(reviewJson(match(bad, CORPUS), bad, COMMAND_WAYS))}`,
      /SECRET/,
    );
  });

  it('says what to do if no stanza describes it', () => {
    const iq = stanzaOf(node('iq\u001b[2J', {}, [node('::error')]));
    const text = renderReview(match(iq, CORPUS), iq, COMMAND_WAYS);
    assert.match(text, /npm run new -- stanza/);
    assert.doesNotMatch(text, /\u001b/);
    const other = stanzaOf(node('call', {}, [node('accept')]));
    assert.match(renderReview(match(other, CORPUS), other, COMMAND_WAYS), /envelope, but not its payload/);
  });
});
