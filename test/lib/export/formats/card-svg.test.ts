import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardSvg } from '../../../../lib/export/formats/card-svg.ts';

const card = (title: string) =>
  cardSvg({
    title,
    words: '1 stanza',
    counts: [
      ['confirmed', 1],
      ['probable', 0],
      ['speculative', 3],
    ],
  });

test('the title of a card is text, whatever it contains', () => {
  assert.match(card('A <b> & "c"'), />A &lt;b&gt; &amp; "c"<\/text>/);
});

test('a long title is broken between words, and cut after three lines', () => {
  const lines = [...card('word '.repeat(40)).matchAll(/font-weight="700">([^<]+)</g)].map(([, line]) => line);
  assert.equal(lines.length, 3);
  assert.match(lines[2] ?? '', /…$/);
  assert.ok(lines.every((line) => (line ?? '').length <= 26));
  assert.match(card('x'.repeat(60)), />x{25}…</);
});

test('the bar has a part for each confidence that there is, as wide as its share', () => {
  const parts = [...card('A').matchAll(/y="500" width="([\d.]+)"/g)].map(([, width]) => Number(width));
  assert.deepEqual(parts, [256, 776]);
  assert.match(card('A'), />3 speculative</);
  assert.doesNotMatch(card('A'), /probable/);
});
