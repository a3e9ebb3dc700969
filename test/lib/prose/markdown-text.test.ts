import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  markdownBlock,
  markdownCode,
  markdownComment,
  markdownLink,
  markdownTable,
  markdownText,
} from '../../../lib/prose/markdown-text.ts';

test('text shows as it is written', () => {
  for (const [text, expected] of [
    ['call_id and `x`', 'call_id and \\`x\\`'],
    ['<script>&amp;', '&lt;script&gt;&amp;amp;'],
    ['a|b\\c', 'a|b\\\\c'],
    ['_so_ *so*', '\\_so\\_ \\*so\\*'],
    ['__so__ a__b', '\\_\\_so\\_\\_ a\\_\\_b'],
    ['no frame ##', 'no frame \\##'],
    ['C#', 'C#'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['two\nlines', 'two lines'],
    ['see https://example.org', 'see https\\://example.org'],
    ['[x](y)', '\\[x\\](y)'],
    ['\u001b[31m', '\\\\u{001b}\\[31m'],
  ] as const) {
    assert.equal(markdownText(text), expected);
  }
});

test('a comment mentions nobody and links to no issue', () => {
  const text = markdownComment('@mona, fixes #12 and a/b#3 (<@acme/team>) # not this');
  assert.doesNotMatch(text, /[@#]\w/);
  assert.equal(text.replaceAll('\u200b', ''), '@mona, fixes #12 and a/b#3 (&lt;@acme/team&gt;) # not this');
});

test('code keeps its characters, whatever backticks it has', () => {
  assert.equal(markdownCode('a'), '`a`');
  assert.equal(markdownCode('a`b'), '``a`b``');
  assert.equal(markdownCode('`'), '`` ` ``');
  assert.equal(markdownCode('a|b\nc'), '`a|b c`');
  assert.equal(markdownCode(' '), '');
  assert.equal(markdownCode('a\\|<b>'), '`a\\|<b>`');
});

test('a block cannot be closed from inside', () => {
  assert.equal(markdownBlock('```\n<x>', 'xml'), '````xml\n```\n<x>\n````');
});

test('an address cannot leave its link', () => {
  assert.equal(markdownLink('x', 'https://example.org/a>b'), '[x](<https://example.org/a%3Eb>)');
});

test('a bar stays in its cell, as text, in code and in an address', () => {
  for (const [cell, expected] of [
    [markdownText('x|y'), 'x\\|y'],
    [markdownText('x\\|y'), 'x\\\\\\|y'],
    [markdownText('`|`'), '\\`\\|\\`'],
    [markdownCode('x|y'), '`x\\|y`'],
    [markdownCode('`|'), '`` `\\| ``'],
    [markdownCode('x\\|<y>'), 'x\\\\\\|&lt;y&gt;'],
    [markdownLink(markdownCode('x|y'), 'https://example.org/p|q'), '[`x\\|y`](<https://example.org/p\\|q>)'],
  ] as const) {
    assert.equal(
      markdownTable(['h'], [[cell]])
        .split('\n')
        .at(-1),
      `| ${expected} |`,
    );
  }
});

test('a table has a rule below its head, and no rows give nothing', () => {
  assert.equal(markdownTable(['a', 'b'], [['1', '2']]), '| a | b |\n| --- | --- |\n| 1 | 2 |');
  assert.equal(markdownTable(['a'], []), '');
});
