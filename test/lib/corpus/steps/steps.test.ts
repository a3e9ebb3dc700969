import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepAt } from '../../../../lib/corpus/steps/step-at.ts';
import { stepAnchor, stepPath } from '../../../../lib/corpus/steps/step-path.ts';
import { timeWords } from '../../../../lib/corpus/steps/time-words.ts';
import { FILES, publicationOf } from '../../../site/corpus-of.ts';

const FLOW = `
id: ending
title: An ending
status: draft
spec_version: '0.1.0'
summary: One ends it.
participants: [{ id: a, label: Caller }, { id: b, label: Callee }]
steps:
  - { from: a, to: b, label: end, confidence: unknown }
  - { id: ack.1, from: b, to: a, label: ack, confidence: unknown }
`;
const { corpus } = publicationOf({ ...FILES, 'flows/ending.yaml': FLOW }).publication;
const steps = corpus.definitions.flow.get('ending')?.data.steps ?? [];

test('the path of a step with an id leads back to it', () => {
  const path = stepPath('ending', steps[1] ?? {}, 1);
  assert.equal(path, 'flow/ending#ack.1');
  assert.deepEqual(stepAt(corpus, path), { flow: 'ending', step: steps[1], index: 1 });
});

test('a step without an id is named and found by its number alone', () => {
  assert.equal(stepPath('ending', steps[0] ?? {}, 0), 'ending, step 1');
  assert.equal(stepAnchor(steps[0] ?? {}, 0), 'step-1');
});

test('a path of something else leads to no step', () => {
  for (const path of [
    'flow/ending',
    'flow/ending#',
    'flow/ending#step-1',
    'flow/none#ack.1',
    'ending#ack.1',
    '',
  ]) {
    assert.equal(stepAt(corpus, path), undefined, path);
  }
});

test('a time is in the largest unit that shows it with one decimal', () => {
  assert.deepEqual([1, 250, 1000, 1500, 1234, 45_000, 60_000, 90_000, 100_000].map(timeWords), [
    '1 ms',
    '250 ms',
    '1 s',
    '1.5 s',
    '1234 ms',
    '45 s',
    '1 min',
    '1.5 min',
    '100 s',
  ]);
});
