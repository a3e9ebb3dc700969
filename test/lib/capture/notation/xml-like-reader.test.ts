import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { attributesOf, one, trees } from '../parse/parse-inputs.ts';
import { allNodes, bytes, cutContent, node, text, withCut } from '../parse/parse-trees.ts';

describe('parse: XML-like text', () => {
  it('finds the end of a value without escapes', () => {
    for (const [input, wanted] of [
      [`<a b='it's' c='<3 y="z"/>' d='1>2'/>`, { b: "it's", c: '<3 y="z"/>', d: '1>2' }],
      [`<a b="say "hi" & go" c=""/>`, { b: 'say "hi" & go', c: '' }],
      [`<a b="x"> y" c="1"><d/></a>`, { b: 'x"> y', c: '1' }],
      [`<a b="x"> y"/>`, { b: 'x"> y' }],
      [`<a  b = '1'\n\tc\n=\n"2" />`, { b: '1', c: '2' }],
      [`<a b="'" c='"'></a>`, { b: "'", c: '"' }],
    ] as const) {
      assert.deepEqual(attributesOf(one(input)), wanted);
    }
  });

  it('distinguishes hex from text as the programs print them', () => {
    const content = (input: string): unknown => one(input).content;
    assert.deepEqual(content(`<a b='1'>\n\t3132\n</a>`), bytes(0x31, 0x32));
    assert.deepEqual(content(`<a b="1">3132</a>`), text('3132'));
    assert.deepEqual(content(`<a b="1">0102030405</a>`), bytes(1, 2, 3, 4, 5));
    assert.deepEqual(content(`<a b="1">00ff\n  00ff\n</a>`), bytes(0, 255, 0, 255));
    assert.deepEqual(content(`<a b="1">0A0B</a>`), text('0A0B'));
    assert.deepEqual(content(`<a b='1'>012</a>`), text('012'));
    assert.deepEqual(content(`<a b="1">\n  one\n    two </a>`), text('one\ntwo'));
    assert.deepEqual(content(`<a b="1"><!-- 1 bytes --></a>`), cutContent(1));
    const remark = parse(`<a b="1"><!-- a remark --></a>`);
    assert.deepEqual(remark.stanzas[0]?.root.content, undefined);
    assert.match(remark.problems[0]?.message ?? '', /comment/);
    assert.deepEqual(content(`<a b="1">{"x<y":"1 > 0"}<![CDATA[<z>]]></a>`), text('{"x<y":"1 > 0"}<z>'));
  });

  it('marks all open elements where the log breaks off', () => {
    const broken = node(
      'call',
      { a: '1' },
      [node('offer', { b: '2' }, [node('x', {}, [], false)], true)],
      true,
    );
    const next = '12:34:56.789 [Client/Send DEBUG] <ack id="1"/>';
    for (const input of ['<call a="1"><offer b="2"><x/>', '<call a="1">\n  <offer b="2">\n    <x/>\n    <']) {
      assert.deepEqual(trees(input), [broken]);
      for (const line of ['', '{"level":10,"msg":"x"}\n', 'at some place in a file\n']) {
        const { stanzas, problems } = parse(`${input.replace(/\s*<$/, '')}\n${line}${next}`);
        const roots = stanzas.map(({ root }) => root);
        assert.deepEqual(roots, [broken, node('ack', { id: '1' })], line);
        // A stanza may be interrupted by a line that is not a log entry.
        assert.equal(problems.length, line.startsWith('at') ? 1 : 0, line);
        assert.equal(stanzas[0]?.broken, line.startsWith('at') ? true : undefined);
      }
    }
    assert.deepEqual(trees(`<call a="1" b="23\n${next}`), [
      withCut(node('call', { a: '1', b: '23' }, [], true), 'b'),
      node('ack', { id: '1' }),
    ]);
    assert.deepEqual(trees(`<call a="1" b=\n`), [node('call', { a: '1' }, [], true)]);
    assert.deepEqual(trees(`<call a="1"><x><!-- 12 by\n${next}`), [
      node('call', { a: '1' }, [node('x', {}, [], true)], true),
      node('ack', { id: '1' }),
    ]);
    assert.deepEqual(trees(`<call a='1'><x b='2'>0a0`), [
      node('call', { a: '1' }, [node('x', { b: '2' }, bytes(10), true)], true),
    ]);
  });

  it('reports unclosed and unopened elements, and invalid attributes', () => {
    const { stanzas, problems } = parse('<a b="1">\n<c><d/></a>\n<e f="1"></g></e>\n<h i="1" j=k></h>');
    assert.deepEqual(
      stanzas.map(({ root }) => root),
      [
        node('a', { b: '1' }, [node('c', {}, [node('d')], true)]),
        node('e', { f: '1' }),
        withCut(node('h', { i: '1" j=k></h>' }, [], true), 'i'),
      ],
    );
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [2, 1],
        [3, 10],
        // The value goes on to where a quote is missing.
        [4, 14],
      ],
    );
  });

  it('does not take other text in angle brackets for a stanza', () => {
    const { stanzas, problems, skipped } = parse(`
      at <anonymous>:1:2
      a <b and c> d, Map<string, number>, x << 2, <3, <no value> </p> <!-- x -->
      at Promise<void> [as x] {closed}, [12:00:00] INFO, {"a": [1, {"b": "<c>"}]}
      <call a="1"/>
      Error <unknown> of <Buffer 01 02>
    `);
    assert.deepEqual(
      stanzas.map(({ root }) => root),
      [node('call', { a: '1' })],
    );
    // But for a tag that closes: it may be the end of a stanza.
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3],
    );
    assert.equal(skipped, 4);
  });

  it('stops at 64 levels, and continues after them', () => {
    const deep = (levels: number): string => `${'<a b="1">'.repeat(levels)}${'</a>'.repeat(levels)}`;
    assert.equal(allNodes(one(deep(64))).length, 64);
    const { stanzas, problems } = parse(`${deep(70)}\n<ack id="1"/>`);
    assert.deepEqual(
      stanzas.map(({ root }) => allNodes(root).length),
      [64, 1],
    );
    assert.equal(problems.length, 1);
    assert.deepEqual(
      allNodes(stanzas[0]?.root as CapturedNode).map(({ cut }) => cut),
      [...Array(63).fill(false), true],
    );
  });
});
