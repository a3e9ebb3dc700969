import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { nodeProblems } from '../../../../lib/capture/problems/node-problems.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { printJson } from '../../../../lib/capture/tree/print-json.ts';
import fc from '../../../helpers/fast-check.ts';
import { anyNode } from '../any-node.ts';
import { allNodes, bytes, cutContent, node, text, withCut } from '../parse/parse-trees.ts';

describe('printJson', () => {
  it('writes a BinaryNode', () => {
    const tree = node('call', { a: '"1"' }, [
      node('b', {}, bytes(1, 2)),
      withCut(node('c', { d: 'x' }, cutContent(12), true), 'd'),
      { ...node('l', {}, [node('m')]), content: text('n') },
    ]);
    assert.deepEqual(JSON.parse(printJson(tree)), {
      tag: 'call',
      attrs: { a: '"1"' },
      content: [
        { tag: 'b', attrs: {}, content: { type: 'Buffer', data: 'AQI=' } },
        { tag: 'c', attrs: { d: 'x' }, cutAttrs: ['d'], cut: true, content: { type: 'Cut', size: 12 } },
        { tag: 'l', attrs: {}, content: ['n', { tag: 'm', attrs: {} }] },
      ],
    });
  });

  it('is read back as the same tree, printed again in any way', () => {
    const roots = (input: string): CapturedNode[] => {
      const { stanzas, problems } = parse(input);
      // What no stanza holds is read as well, and said.
      const wrong = stanzas.some(({ root }) => nodeProblems(root).length > 0);
      assert.equal(problems.length > 0, wrong, problems[0]?.message);
      return stanzas.map(({ root }) => root);
    };
    fc.assert(
      fc.property(anyNode({ xmlNames: false }), (tree) => {
        const printed = printJson(tree);
        assert.deepEqual(roots(printed), [tree]);
        assert.deepEqual(roots(`x\n{"level":1,"node":${printed}}\n`), [tree]);
        // JSON.parse keeps neither the order of names that are numbers nor __proto__.
        const names = allNodes(tree).flatMap(({ attributes }) => attributes.map(({ name }) => name));
        if (names.some((name) => name === '__proto__' || /^\d+$/.test(name))) return;
        const value: unknown = JSON.parse(printed);
        // What has no width, or is a blank of a page, counts only where it is escaped, as printJson does it.
        if (/[\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/.test(JSON.stringify(value))) return;
        assert.deepEqual(roots(JSON.stringify(value)), [tree]);
        assert.deepEqual(
          roots(inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null })),
          [tree],
        );
      }),
      { numRuns: 1000 },
    );
  });
});
