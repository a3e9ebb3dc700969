import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flowsWith } from '../../../../lib/corpus/lookup/flows-with.ts';
import { echoWords } from '../../../../lib/corpus/steps/echo-words.ts';
import { rulesOf } from '../../../../lib/corpus/steps/rules-of.ts';
import { stepAt } from '../../../../lib/corpus/steps/step-at.ts';
import { stepAnchor, stepPath } from '../../../../lib/corpus/steps/step-path.ts';
import { timeWords } from '../../../../lib/corpus/steps/time-words.ts';
import { unusualOrder } from '../../../../lib/corpus/steps/unusual-order.ts';
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

test('the order of a step is named where it is not after the step that it answers, or else the one before', () => {
  const orders = (...list: readonly { id?: string; answers?: string; after?: string[] }[]) =>
    list.map((_, i) => unusualOrder(list, i));
  assert.deepEqual(
    orders({ id: 'a' }, { id: 'b', after: ['a'] }, { after: ['b'] }, { answers: 'a', after: ['a'] }),
    [undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(
    orders(
      { id: 'a', after: [] },
      { id: 'b', after: [] },
      { after: ['a', 'b'] },
      { answers: 'a', after: ['b'] },
    ),
    [undefined, [], [0, 1], [1]],
  );
});

test('what an answer repeats is said in one sentence', () => {
  const words = (...of: Parameters<typeof echoWords>): string =>
    echoWords(...of)
      .map((one) => (typeof one === 'string' ? one : `<${one.attribute}>`))
      .join('');
  const to = { attribute: 'to', of: 'from' };
  const type = { attribute: 'type', of_payload: true };
  const [a, b, c] = ['a', 'b', 'c'].map((attribute) => ({ attribute }));
  assert.equal(
    words([{ attribute: 'id' }, to, type]),
    "Repeats <id>, <from> as <to> and the payload's tag as <type>",
  );
  assert.equal(words([to, { attribute: 'id', of: 'id' }], ''), '<from> as <to> and <id>');
  assert.equal(words([type]), "Repeats the payload's tag as <type>");
  assert.equal(words([a, b, c].flatMap((one) => one ?? [])), 'Repeats <a>, <b> and <c>');
  assert.equal(words(undefined), '');
});

test('rules are the answers of steps, and the steps that nothing answers', () => {
  assert.deepEqual(
    rulesOf([
      { id: 'a' },
      { id: 'b', answers: 'a' },
      { id: 'c', answers: 'b' },
      { id: 'd' },
      {},
      { answers: 'a' },
    ]),
    [
      { stanza: 0, answer: 1 },
      { stanza: 1, answer: 2 },
      { stanza: 3, answer: undefined },
      { stanza: 4, answer: undefined },
      { stanza: 0, answer: 5 },
    ],
  );
});

test('a flow is found by a stanza that one of its steps sends as one of several', () => {
  const flow = FLOW.replace('label: end,', 'label: end, one_of: [call-end, call-other],');
  const { corpus: other } = publicationOf({ ...FILES, 'flows/ending.yaml': flow }).publication;
  assert.deepEqual(
    flowsWith(other, 'call-end').map(({ id }) => id),
    ['ending'],
  );
  assert.deepEqual(flowsWith(corpus, 'call-end'), []);
});
