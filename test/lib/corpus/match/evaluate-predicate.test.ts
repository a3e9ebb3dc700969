import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentOf } from '../../../../lib/capture/match/content-of.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { evaluatePredicate, type Situation } from '../../../../lib/corpus/match/evaluate-predicate.ts';
import { parsePredicate } from '../../../../lib/corpus/match/parse-predicate.ts';
import { node } from '../../capture/nodes.ts';

const FIRST = node('user', { state: '1' }, [node('key', {}, new Uint8Array([0, 255]))]);
const SECOND = node('user', { mode: '2' });
const OFFER = node('offer', { reason: 'busy' }, [FIRST, SECOND, node('net', {}, ' 3 ')]);
const ROOT = node('call', { from: 'A@lid' }, [OFFER]);

const step = (one: CapturedNode, tag = one.tag, use?: string) => ({ node: one, tag, use });

function truth(predicate: string, more: Partial<Situation<CapturedNode>> = {}): boolean | undefined {
  const parsed = parsePredicate(predicate);
  assert.ok('conditions' in parsed, predicate);
  return evaluatePredicate(parsed, { contentOf, way: [step(ROOT)], ...more });
}

describe('a predicate', () => {
  for (const [predicate, expected] of [
    ['@from is present', true],
    ['@from is absent', false],
    ['@to is absent', true],
    ["@from = 'A@lid'", true],
    ["@from = 'B@lid'", false],
    ['offer is present', true],
    ['offer/user is present', true],
    ['offer/enc is absent', true],
    ['offer/enc is present', false],
    // One of two is without it; one that is not there has nothing.
    ['offer/user@state is absent', true],
    ['offer/user@state is present', true],
    ['accept@reason is absent', false],
    ['accept/enc is absent', false],
    ['accept is absent', true],
    ['*@reason is present', true],
    ["*@reason = 'busy'", true],
    ['*/net is present', true],
    ['offer/net/text() is present', true],
    ["offer/net/text() = '3'", true],
    ["offer/user/key/text() = '00ff'", true],
    ["offer/user/key = '00ff'", true],
    ['offer/text() is absent', true],
    ["@from is present and offer@reason = 'busy'", true],
    ["@from is present and offer@reason = 'timeout'", false],
  ] as const) {
    it(`${predicate}: ${expected}`, () => assert.equal(truth(predicate), expected));
  }

  it('is about the node itself, where several have its path', () => {
    const first = { way: [step(ROOT), step(OFFER), step(FIRST)] };
    const second = { way: [step(ROOT), step(OFFER), step(SECOND)] };
    assert.equal(truth('offer/user@state is present', first), true);
    assert.equal(truth('offer/user@state is absent', first), false);
    assert.equal(truth('offer/user@state is present', second), false);
    assert.equal(truth("offer/user@mode = '2' and offer@reason is present", second), true);
    // The way may leave the path at any node, and one that may have any tag has the path of its definition.
    assert.equal(truth("offer/net/text() = '3'", first), true);
    assert.equal(truth('*@state is present', { way: [step(OFFER), step(SECOND, '*')] }), false);
  });

  it('is not known where something was cut off', () => {
    const cut: CapturedNode = {
      ...ROOT,
      children: [],
      cut: true,
      attributes: [{ name: 'from', value: 'A@lid', cut: true }],
    };
    const inCut = (predicate: string) => truth(predicate, { way: [step(cut)] });
    for (const predicate of [
      '@to is absent',
      '@to is present',
      "@to = 'B'",
      'offer is absent',
      'offer@reason is absent',
      'offer@reason is present',
      'offer/net/text() is present',
      "@from = 'A@lid'",
    ]) {
      assert.equal(inCut(predicate), undefined, predicate);
    }
    assert.equal(inCut('@from is present'), true);
    assert.equal(inCut('@from is absent'), false);
    assert.equal(inCut('@from is absent and @to is present'), false, 'one that does not hold is enough');
    assert.equal(inCut('@from is present and @to is present'), undefined);
    const content: CapturedNode = { ...node('call'), content: { kind: 'cut', size: 3 } };
    assert.equal(truth("text() = 'a'", { way: [step(content)] }), undefined);
    assert.equal(truth('text() is present', { way: [step(content)] }), true);
  });

  it('knows the direction, if it is told', () => {
    assert.equal(truth('incoming'), undefined);
    assert.equal(truth('incoming', { leg: 'delivered' }), true);
    assert.equal(truth('@from is present and incoming', { leg: 'sent' }), false);
    assert.equal(truth('outgoing and @to is present', { leg: 'sent' }), false);
    assert.equal(truth('outgoing and @to is present'), false);
  });

  it('knows what came earlier in the call, if that is told', () => {
    assert.equal(truth('after call-offer'), undefined);
    assert.equal(truth('not after call-offer'), undefined);
    const offered = { before: ['call-offer'] };
    assert.equal(truth('after call-offer', offered), true);
    assert.equal(truth('not after call-offer', offered), false);
    assert.equal(truth('after call-accept', offered), false);
    assert.equal(truth('not after call-accept and after call-offer and @from is present', offered), true);
    assert.equal(truth('not after call-offer', { before: [] }), true);
    // Which stanza it is, the caller knows.
    assert.equal(truth('call-accept after call-offer', offered), true);
    assert.equal(truth('call-accept not after call-offer', offered), false);
    assert.equal(truth('call-accept not after call-offer'), undefined);
  });
});

describe('parsePredicate', () => {
  const error = (text: string): string => {
    const parsed = parsePredicate(text);
    return 'error' in parsed ? `${parsed.error.offset}: ${parsed.error.reason}` : 'none';
  };
  it('reads which stanza came later', () => {
    assert.deepEqual(parsePredicate('incoming and  call-x not after call-y'), {
      direction: 'incoming',
      earlier: [{ stanza: 'call-y', came: false, offset: 31, than: { stanza: 'call-x', offset: 14 } }],
      conditions: [],
    });
  });

  it('reads directions and what came earlier at any place', () => {
    assert.deepEqual(parsePredicate(' @a is present and incoming and not  after call-x and after call.y '), {
      direction: 'incoming',
      earlier: [
        { stanza: 'call-x', came: false, offset: 43 },
        { stanza: 'call.y', came: true, offset: 60 },
      ],
      conditions: [
        { stanza: undefined, tags: [], part: { attribute: 'a' }, anchor: '@a', test: 'present', offset: 1 },
      ],
    });
  });

  it('takes the same words for tags where they have a test', () => {
    for (const text of [
      'after is present',
      "incoming = 'a'",
      'after@a is absent',
      'after/incoming is present',
    ]) {
      const parsed = parsePredicate(text);
      assert.ok('conditions' in parsed, text);
      assert.deepEqual(
        [parsed.conditions.length, parsed.earlier, parsed.direction],
        [1, [], undefined],
        text,
      );
    }
  });

  it('says what is wrong, and where', () => {
    assert.equal(error('incoming and outgoing'), '13: the direction is already named');
    assert.equal(
      error('call-x after'),
      `12: ${"after 'after', the id of a stanza is expected, such as call-offer"}`,
    );
    assert.equal(
      error('call-x before call-y'),
      "7: after the anchor, 'is present', 'is absent' or = 'a value' is expected",
    );
    assert.equal(error('after after x'), "12: between two conditions, ' and ' is expected");
    const after = "after 'after', the id of a stanza is expected, such as call-offer";
    assert.equal(error('after'), `5: ${after}`);
    assert.equal(error('not after @a'), `10: ${after}`);
    assert.equal(error('after a b'), "8: between two conditions, ' and ' is expected");
    assert.equal(
      error('not incoming'),
      "4: after the anchor, 'is present', 'is absent' or = 'a value' is expected",
    );
    assert.equal(error('incoming or outgoing'), "9: conditions are joined by ' and ', not by 'or'");
    assert.equal(error("@a = 'x' AND @b is absent"), "9: conditions are joined by ' and ', not by 'AND'");
    assert.equal(error('after a && incoming'), "8: conditions are joined by ' and ', not by '&&'");
    assert.equal(
      error('not after a and after b and after a'),
      '28: it is already said that a did not come earlier',
    );
    assert.equal(error('incoming and '), '13: the anchor of a fact is missing, such as terminate@reason');
  });
});
