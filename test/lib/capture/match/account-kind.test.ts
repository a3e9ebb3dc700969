import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accountKind } from '../../../../lib/capture/match/account-kind.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import { node, SPEC, stanzaOf } from '../nodes.ts';

describe('accountKind', () => {
  it('is that of the peer, and sanitizing keeps it', () => {
    for (const [root, expected] of [
      [node('call', { from: '4915112345678:3@s.whatsapp.net' }), 'PN'],
      [node('call', { to: '98765432109876@lid' }), 'LID'],
      [node('call', { from: '1203630@g.us' }, [node('offer', { 'call-creator': '1@lid' })]), 'group'],
      [node('call', {}, [node('offer', { 'call-creator': '98765432109876:3@lid' })]), 'LID'],
      [node('call', { from: '0@call' }), 'other JID'],
      [node('call', { id: '1' }), 'no JID'],
    ] as const) {
      assert.equal(accountKind(root), expected);
      const [clean] = sanitize([stanzaOf(root)], SPEC).stanzas;
      assert.equal(clean && accountKind(clean.root), expected);
    }
  });
});
