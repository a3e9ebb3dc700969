import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIVE_CORPUS } from '../live-spec.ts';

test('our authors are held to every rule', () => {
  assert.equal(LIVE_CORPUS.spec.policy, 'strict');
});
