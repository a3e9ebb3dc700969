import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { pageOrder } from '../../../../lib/diff/retired/page-order.ts';
import { attribute, child, stanza } from '../../../cases/texts.ts';

const corpusOf = (text: string) => loadCorpus(memoryFiles({ 'stanzas/call-x.yaml': text })).corpus;

test('facts of a release are in the order of the page, and retired ones in their old position', () => {
  const text = (own: readonly string[]): string =>
    stanza(
      `attributes: [${own.map((name) => attribute(name, 'int')).join(', ')}]
children:
  - ${child('offer', '1', `attributes: [${attribute('z', 'int')}], children: [${child('te', '1', `attributes: [${attribute('ip', 'int')}]`)}]`)}
`,
    );
  const before = bundleOf(corpusOf(text(['b', 'gone', 'a'])));
  const order = pageOrder(corpusOf(text(['b', 'a'])));
  assert.deepEqual(
    order(before.facts).map(({ path }) => path.replace('call-x:', '')),
    ['@b', '@gone', '@a', 'offer', 'offer@z', 'offer/te', 'offer/te@ip'],
  );
});
