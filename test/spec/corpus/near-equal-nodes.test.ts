import assert from 'node:assert/strict';
import { test } from 'node:test';
import { similarNodes } from '../../../lib/corpus/lists/similar-nodes.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

test('no node is described twice without a reason; npm run near-equal-nodes lists them', () => {
  const pairs = similarNodes(LIVE_CORPUS).flatMap((one) => one.pairs);
  const unexplained = pairs.filter(({ reason }) => reason === undefined);
  assert.deepEqual(
    unexplained.map(
      ({ nodes: [a, b], differences }) => `${a.path} and ${b.path}, differ in ${differences.join(', ')}`,
    ),
    [],
  );
});
