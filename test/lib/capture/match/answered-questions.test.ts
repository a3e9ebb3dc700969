import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { match } from '../../../../lib/capture/match/match.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { node, SPEC, stanzaOf } from '../nodes.ts';

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
