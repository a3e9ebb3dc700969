import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { match } from '../../../../lib/capture/match/match.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { SPEC } from '../nodes.ts';

/** The one stanza of an input in which nothing is wrong. */
function rootOf(input: string): CapturedNode {
  const { stanzas, problems } = parse(input);
  assert.deepEqual(problems, [], input);
  assert.equal(stanzas.length, 1, input);
  assert.equal(stanzas[0]?.broken, undefined, input);
  return stanzas[0]?.root as CapturedNode;
}

const MARKS = [
  '[Array]',
  '[Object]',
  '[Circular]',
  '[Circular *1]',
  '[Truncated]',
  '[truncated]',
  '...',
  '…',
  '... 4 items not stringified',
  '1 item not stringified',
  '<5 more items>',
  '[...]',
];

const cutAttributes = ({ attributes }: CapturedNode): string[] =>
  attributes.filter(({ cut }) => cut).map(({ name }) => name);

describe('a mark of an omission is no value', () => {
  it('as the content of a node, of an item of it, and as an attribute: JSON and what Node prints', () => {
    for (const mark of MARKS) {
      for (const print of [JSON.stringify, (value: unknown) => JSON.stringify(value).replaceAll('"', "'")]) {
        const inside = (content: unknown, attrs: unknown = { id: '7A' }): string =>
          print({ tag: 'call', attrs, content });
        const child = { tag: 'terminate', attrs: { 'call-id': 'E1' } };
        for (const input of [inside(mark), inside([mark]), inside([child, mark]), inside([child], mark)]) {
          const root = rootOf(input);
          assert.deepEqual([root.cut, root.content], [true, undefined], input);
        }
        const root = rootOf(inside([child], { id: '7A', from: mark, '...': '2 items not stringified' }));
        assert.deepEqual([root.cut, cutAttributes(root), root.attributes.length], [true, ['from'], 2]);
      }
    }
  });

  it('in elements: alone, beside children, with a number of bytes', () => {
    for (const mark of [
      '…',
      '...',
      '[truncated]',
      '[snip]',
      '[cut]',
      '&lt;snip&gt;',
      '<!-- snip -->',
      '<!-- ... -->',
    ]) {
      const alone = rootOf(`<call id="7A"><te>${mark}</te></call>`).children[0];
      assert.deepEqual([alone?.cut, alone?.content], [true, undefined], mark);
      for (const between of ['', '\n  ']) {
        const beside = rootOf(
          `<call id="7A">${between}<te a="1"/>${between}${mark}${between}<te a="2"/>\n</call>`,
        );
        assert.deepEqual([beside.cut, beside.children.length, beside.content], [true, 2, undefined], mark);
      }
    }
    for (const mark of ['(178 bytes)', '<178 bytes>', '[178 bytes]', '178 bytes', '… (178 bytes)']) {
      const { content, cut } = rootOf(`<call id="7A"><te>${mark}</te></call>`).children[0] as CapturedNode;
      assert.deepEqual([content, cut], [{ kind: 'cut', size: 178 }, false], mark);
    }
  });

  it('at the end of an attribute, in every form', () => {
    for (const dots of ['…', '...']) {
      for (const input of [
        `<call from="1555${dots}" id="7A"/>`,
        `{"tag":"call","attrs":{"from":"1555${dots}","id":"7A"}}`,
        `{"Tag":"call","Attrs":{"from":"1555${dots}","id":"7A"},"Content":null}`,
        `{ tag: 'call', attrs: { from: '1555${dots}', id: '7A' } }`,
        `Node { tag: "call", attrs: {"from": "1555${dots}", "id": "7A"}, content: None }`,
        `Node{Tag:"call", Attrs:Attrs{"from":"1555${dots}", "id":"7A"}}`,
        `{Tag:call Attrs:map[from:1555${dots} id:7A] Content:<nil>}`,
        `Node[description=call, attributes={from=1555${dots}, id=7A}]`,
        `["call",{"from":"1555${dots}","id":"7A"},null]`,
        `{"level":10,"xml":"<call from='1555${dots}' id='7A'/>","msg":"recv xml"}`,
      ]) {
        assert.deepEqual(cutAttributes(rootOf(input)), ['from'], input);
      }
    }
  });

  it('supports, contradicts and adds nothing, and the review says that it was cut', () => {
    for (const content of ['"[Array]"', '["[Circular]"]', '"..."']) {
      const { stanzas } = parse(
        `{"tag":"call","attrs":{"from":"15550177@s.whatsapp.net","id":"7A"},"content":[{"tag":"offer","attrs":{"call-id":"[Object]"},"content":${content}}]}`,
      );
      const review = match(stanzas[0] as (typeof stanzas)[0], SPEC);
      assert.ok(review.cut);
      assert.deepEqual(review.settled, []);
      assert.deepEqual(
        review.verdicts.filter(({ verdict }) => verdict === 'contradicts' || verdict === 'unknown'),
        [],
      );
      assert.ok(review.verdicts.some(({ path, verdict }) => path.endsWith('@call-id') && verdict === 'cut'));
    }
  });

  it('is a value if it only resembles such a mark', () => {
    for (const value of ['[x]', '(1)', '178', 'a.b', '..', 'cut', '[7A]']) {
      assert.equal(rootOf(`{"tag":"a","attrs":{"b":"${value}"}}`).attributes[0]?.cut, false, value);
    }
  });
});
