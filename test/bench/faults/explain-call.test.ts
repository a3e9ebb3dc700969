import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../../bench/faults/calls/message.ts';
import { departs } from '../../../bench/faults/check/departs.ts';
import { parse } from '../../../lib/capture/parse/parse.ts';
import { corpusOf } from '../../lib/capture/nodes.ts';
import { ANSWERED_CALL } from './answered-call.ts';

const CORPUS = corpusOf(ANSWERED_CALL);

/** The log of a caller, such as `>ring 0, <answer 300`, where `<ack:0` answers the first message by its id. */
function call(...words: readonly string[]): readonly Message[] {
  return words.map((word, n): Message => {
    const [, way, tag = '', of, at, rest = ''] = /^([<>])(\w+)(?::(\d+))? (\d+)(.*)$/.exec(word) ?? [];
    const xml =
      of === undefined
        ? `<call id="ID-${n}"><${tag} call-id="C1"${rest}/></call>`
        : `<${tag} id="ID-${of}" class="call"/>`;
    const [stanza] = parse(xml).stanzas;
    assert.ok(stanza !== undefined, xml);
    const direction = way === '<' ? 'incoming' : 'outgoing';
    return { n, root: stanza.root, direction, at: Number(at), place: undefined, answers: undefined };
  });
}

const isAllowed = (...words: readonly string[]): boolean => !departs(call(...words), CORPUS, new Map());

describe('whether a call is one that some flow allows', () => {
  it('allows a whole call, with a step again, and one that is cut off', () => {
    assert.ok(
      isAllowed('>ring 0', '<ack:0 9', '<alert 20', '<alert 40', '<answer 300', '>bye 900 reason="done"'),
    );
    assert.ok(isAllowed('>ring 0', '<answer 300'));
    assert.ok(isAllowed('>ring 0', '<ack:0 9', '<alert 20'));
  });

  it('refuses a call without a step that has to come before another', () => {
    assert.ok(!isAllowed('>ring 0', '<ack:0 9', '>bye 900 reason="done"'));
    assert.ok(!isAllowed('<answer 300', '>bye 900 reason="done"'));
  });

  it('refuses steps in another order, and one that comes again and may not', () => {
    assert.ok(!isAllowed('>ring 0', '<answer 300', '<alert 320', '>bye 900 reason="done"'));
    assert.ok(!isAllowed('>ring 0', '<answer 300', '<answer 320'));
  });

  it('refuses what comes too late, and a call that goes on without what has a time', () => {
    assert.ok(isAllowed('>ring 0', '<ack:0 9', '<answer 1000'));
    assert.ok(!isAllowed('>ring 0', '<ack:0 9', '<answer 1001'));
    assert.ok(!isAllowed('>ring 0', '<ack:0 9', '<alert 1001'));
    assert.ok(!isAllowed('>ring 0', '<alert 700', '<ack:0 800'));
    assert.ok(!isAllowed('>ring 0', '<alert 700'));
  });

  it('refuses other contents than a step has, and a stanza that contradicts a fact', () => {
    assert.ok(!isAllowed('>ring 0', '<ack:0 9', '<answer 300', '>bye 900 reason="never"'));
    assert.ok(!isAllowed('>ring 0 volume="loud"', '<ack:0 9', '<alert 20'));
  });

  it('allows no stanza that the flow does not have, unless it is said to be no part of it', () => {
    assert.ok(!isAllowed('>ring 0', '<ack:0 9', '<bye 20'));
    const extra = call('>ring 0', '<ack:0 9', '<bye 20');
    assert.ok(!departs(extra, CORPUS, new Map([['', new Set([2])]])));
  });
});
