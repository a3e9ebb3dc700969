import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSentence } from '../../../../site/model/text/first-sentence.ts';

for (const [prose, first] of [
  ['One. Two.', 'One.'],
  ['Is it so? `x` says no.', 'Is it so?'],
  ['Over\na line. Next.', 'Over\na line.'],
  ['Such as `a. B`, e.g. in 2.5 of it. Two.', 'Such as `a. B`, e.g. in 2.5 of it.'],
  ['Only one', 'Only one'],
  ['A ` alone. Two.', 'A ` alone. Two.'],
  ['', ''],
] as const) {
  test(`the first sentence of ${JSON.stringify(prose)} is ${JSON.stringify(first)}`, () => {
    assert.equal(firstSentence(prose), first);
  });
}
