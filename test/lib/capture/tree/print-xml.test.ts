import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { nodeProblems } from '../../../../lib/capture/problems/node-problems.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { fitsXml, printXml } from '../../../../lib/capture/tree/print-xml.ts';
import { parseXml } from '../../../../lib/corpus/match/parse-xml.ts';
import fc from '../../../helpers/fast-check.ts';
import { anyNode } from '../any-node.ts';
import { bytes, cutContent, node, text, withCut } from '../parse/parse-trees.ts';

describe('printXml', () => {
  it('writes one child per line, bytes as hex, and what XML cannot express as comments', () => {
    const tree = node('call', { a: '1 & "2"' }, [
      node('b', {}, bytes(1, 2)),
      withCut(node('c', { d: 'x', 'e--f': 'y' }, cutContent(12), true), 'd', 'e--f'),
      node('g', {}, text(' <h>\n')),
      node('i', {}, text('0102')),
      node('j', {}, bytes(0x31)),
      node('k', {}, cutContent()),
      { ...node('l', {}, [node('m')]), content: text('n') },
    ]);
    assert.equal(
      printXml(tree),
      `<call a="1 &amp; &quot;2&quot;">
  <b><!-- hex -->0102</b>
  <c d="x" e--f="y"><!-- cut: d --><!-- cut: e&#45;-f --><!-- and more --><!-- 12 bytes --></c>
  <g>&#32;&lt;h&gt;&#10;</g>
  <i>0102</i>
  <j><!-- hex -->31</j>
  <k><!-- cut --></k>
  <l><!-- text -->n
    <m/>
  </l>
</call>
`,
    );
  });

  const readsBack = (tree: CapturedNode, printed: string): void => {
    for (const input of [
      printed,
      `12:00:00 [X INFO] y\n${printed}z\n`,
      `\r\n${printed.replaceAll('\n', '\r\n')}`,
    ]) {
      const { stanzas, problems } = parse(input);
      assert.deepEqual(
        stanzas.map(({ root }) => root),
        [tree],
      );
      // What no stanza holds is read as well, and said.
      assert.equal(problems.length > 0, nodeProblems(tree).length > 0, problems[0]?.message);
      assert.deepEqual(parse(input, { form: 'xml' }), parse(input));
    }
  };

  it('is read back as the same tree', () => {
    fc.assert(
      fc.property(anyNode({ xmlNames: true }), (tree) => readsBack(tree, printXml(tree))),
      { numRuns: 1500 },
    );
  });

  it('is well-formed if fitsXml says so', () => {
    fc.assert(
      fc.property(anyNode({ xmlNames: false }), (tree) => {
        if (fitsXml(tree)) assert.ok('root' in parseXml(printXml(tree)));
      }),
      { numRuns: 1000 },
    );
    for (const [tree, fits] of [
      [node('a', { b: '\t\n\r\u{1f600}' }), true],
      [node('a b'), false],
      [node('a', { '1': '' }), false],
      [node('a', { b: '\0' }), false],
      [node('a', {}, text('\ud800')), false],
      [{ ...node('a'), attributes: [1, 2].map(() => ({ name: 'b', value: '', cut: false })) }, false],
    ] as const) {
      assert.equal(fitsXml(tree), fits);
      assert.equal('root' in parseXml(printXml(tree)), fits);
    }
  });
});
