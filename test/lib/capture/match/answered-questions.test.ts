import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holds } from '../../../../lib/capture/match/answered-questions.ts';
import { match } from '../../../../lib/capture/match/match.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { parsePredicate } from '../../../../lib/corpus/match/parse-predicate.ts';
import { node, SPEC, stanzaOf } from '../nodes.ts';

const ROOT = node('call', { from: 'A@lid' }, [
  node('offer', { reason: 'busy' }, [node('user', { state: '1' }), node('user'), node('net', {}, ' 3 ')]),
]);

const holdsIn = (predicate: string, root: CapturedNode = ROOT): boolean => {
  const parsed = parsePredicate(predicate);
  assert.ok('conditions' in parsed, predicate);
  return parsed.conditions.every((condition) => holds(condition, root));
};

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
    ['offer/text() is absent', true],
    ["@from is present and offer@reason = 'busy'", true],
    ["@from is present and offer@reason = 'timeout'", false],
  ] as const) {
    it(`${predicate}: ${expected}`, () => assert.equal(holdsIn(predicate), expected));
  }

  it('decides nothing about what the log cut off', () => {
    const cut: CapturedNode = {
      ...ROOT,
      children: [],
      cut: true,
      attributes: [{ name: 'from', value: 'A@lid', cut: true }],
    };
    for (const predicate of ['@to is absent', 'offer is absent', "@from = 'A@lid'"])
      assert.equal(holdsIn(predicate, cut), false);
    assert.equal(holdsIn('@from is present', cut), true);
  });
});

describe('the questions of the spec', () => {
  const settledBy = (root: CapturedNode): string[] =>
    match(stanzaOf(root), SPEC).settled.map(({ question }) => question);
  it('are answered by the stanzas that they are about, and by no others', () => {
    assert.deepEqual(settledBy(node('call', {}, [node('offer', {}, [node('privacy')])])), []);
    const accept = node('call', { from: 'A@lid' }, [node('accept', {}, [node('relay')])]);
    assert.ok(settledBy(accept).includes('call-accept-relay'));
    const retried = node('call', { from: 'A@lid', retry: '1' }, [node('accept')]);
    assert.ok(settledBy(retried).includes('call-envelope-retry-today'));
    assert.deepEqual(settledBy(node('iq', { retry: '1' })), []);
  });
});
