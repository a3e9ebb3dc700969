import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { match } from '../../../../lib/capture/match/match.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { stanza } from '../../../cases/texts.ts';
import { corpusOf, node, SPEC, stanzaOf } from '../nodes.ts';

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

  it('are answered by the direction and by what came earlier, where both are known', () => {
    const asked = (id: string, predicate: string): string =>
      `  - { id: ${id}, question: What?, status: open, settles: [{ if: ${predicate}, then: It is. }] }\n`;
    const corpus = corpusOf({
      'stanzas/call-x.yaml': stanza(
        `open_questions:\n${asked('way', 'incoming')}${asked('first', 'outgoing and not after call-x')}${asked('again', 'after call-x')}`,
      ),
    });
    const answered = (direction?: 'incoming' | 'outgoing', before?: readonly string[]): string[] =>
      match(stanzaOf(node('call'), direction), corpus, undefined, before).settled.map(
        ({ question }) => question,
      );
    assert.deepEqual(answered(), []);
    assert.deepEqual(answered('incoming'), ['way']);
    assert.deepEqual(answered('outgoing'), []);
    assert.deepEqual(answered('outgoing', []), ['first']);
    assert.deepEqual(answered(undefined, ['call-x']), ['again']);
  });
});
