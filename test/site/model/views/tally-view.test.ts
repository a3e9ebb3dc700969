import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tallyOf } from '../../../../site/model/views/tally-view.ts';

const facts = (...names: ('confirmed' | 'probable' | 'speculative' | 'unknown')[]) =>
  names.map((confidence) => ({ confidence }));

test('a tally has words and the parts of a bar', () => {
  const tally = tallyOf(facts('probable', 'speculative', 'probable', 'probable'));
  assert.equal(tally.words, '4 facts: 3 probable, 1 speculative');
  assert.equal(tally.remark, 'None confirmed yet (needs two independent methods).');
  assert.deepEqual(tally.parts, [
    { name: 'probable', start: 0, width: 75 },
    { name: 'speculative', start: 75, width: 25 },
  ]);
  assert.equal(tally.coverage, '38 %');
});

test('a tally with confirmed facts has no remark, an empty one no bar', () => {
  assert.equal(tallyOf(facts('confirmed')).remark, '');
  assert.deepEqual(tallyOf([]).parts, []);
  assert.equal(tallyOf([]).words, 'No facts yet');
});
