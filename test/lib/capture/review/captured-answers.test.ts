import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answeredByWords, capturedAnswers } from '../../../../lib/capture/review/captured-answers.ts';
import { ANSWERED } from '../../../helpers/calls/answered-question.ts';
import { corpusOf } from '../nodes.ts';

const corpus = corpusOf(ANSWERED);
const [question] = corpus.questions;
assert.ok(question);

describe('the answers of captures to an open question', () => {
  it('name the captures that give each, without what was made up or sent by a third-party client', () => {
    const answers = capturedAnswers(question, corpus);
    assert.deepEqual(answers, [
      { answer: 'This time it did.', captures: ['a', 'b', 'd', 'e', 'f', 'g'] },
      { answer: 'No.', captures: ['c'] },
    ]);
    assert.deepEqual(
      answers.map((one) => answeredByWords(one, corpus)),
      ['6 traces answer it', '1 trace answers it'],
    );
  });

  it('are none of an answered question', () => {
    const resolved = corpusOf(
      Object.fromEntries(
        Object.entries(ANSWERED).map(([path, text]) => [
          path,
          text.replace('status: open', 'status: resolved\n    answer: Yes.\n    sources: [capture:a]'),
        ]),
      ),
    );
    const [one] = resolved.questions;
    assert.ok(one);
    assert.deepEqual(capturedAnswers(one, resolved), []);
  });
});
