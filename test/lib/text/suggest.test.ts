import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggest } from '../../../lib/text/suggest.ts';

const NAMES = ['to', 'from', 'id', 'te', 'reason', 'call-creator', 'joinable', 'rate', 'constructor'];

for (const [word, expected] of [
  // Slips.
  ['raeson', 'reason'],
  ['reasn', 'reason'],
  ['form', undefined],
  ['fron', 'from'],
  ['call-craetor', 'call-creator'],
  ['joinabel', 'joinable'],
  // The same word, written in another way.
  ['CallCreator', 'call-creator'],
  ['call_creator', 'call-creator'],
  ['ID', 'id'],
  ['T_E', 'te'],
  // Other words.
  ['t', undefined],
  ['e', undefined],
  ['tw', undefined],
  ['rte', undefined],
  ['end_reason', undefined],
  ['rejection', undefined],
  ['creator', undefined],
  ['reason', undefined],
  ['', undefined],
] as const) {
  test(`${word === '' ? 'nothing' : word} was ${expected === undefined ? 'no slip' : `meant to be ${expected}`}`, () => {
    assert.equal(suggest(word, NAMES), expected);
  });
}
