import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineNodes } from '../../../../lib/corpus/facts/define-nodes.ts';
import { factsOfNode } from '../../../../lib/corpus/model/defined-node.ts';
import type { Node, Stanza } from '../../../../lib/schema/types.generated.ts';

const fact = { confidence: 'probable', description: 'x' } as const;
const node = {
  id: 'relay',
  attributes: [
    { ...fact, name: 'uuid', type: 'string' },
    { ...fact, name: 'pid', type: 'int' },
  ],
  children: [{ ...fact, tag: 'key', occurrence: '1' }],
} as unknown as Node;
const stanza = {
  id: 's',
  tag: 'relay',
  use: 'relay',
  attributes: [{ ...fact, name: 'pid', type: 'string' }],
} as unknown as Stanza;

describe('defineNodes', () => {
  it('takes the facts of a stanza from the shared node that its outermost node is', () => {
    const { stanza: stanzas } = defineNodes(
      new Map([['s', { data: stanza }]]),
      new Map([['relay', { data: node }]]),
    );
    const defined = stanzas.get('s');
    assert.ok(defined !== undefined);
    assert.deepEqual(
      factsOfNode(defined).map(({ path, anchor }) => [path, anchor]),
      [
        ['node/relay:@uuid', '@uuid'],
        ['s:@pid', '@pid'],
        ['node/relay:key', 'key'],
      ],
    );
  });
});
