import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { bundleOf } from '../../../lib/diff/bundle/bundle-of.ts';
import { releaseNotes } from '../../../lib/diff/releases/release-notes.ts';
import { definitionHistories } from '../../../lib/publish/definition-histories.ts';
import { attribute, enumeration, sharedNode, stanza } from '../../cases/texts.ts';

const release = (version: string, more: string) =>
  bundleOf(
    loadCorpus(
      memoryFiles({
        'stanzas/te.yaml': stanza(`attributes: [${attribute('a', 'int')}]\n`, 'te'),
        'nodes/te.yaml': sharedNode(`attributes: [${attribute('a', 'int')}${more}]\n`),
        'enums/te.yaml': enumeration(['red', 'blue', 'green'], 'te'),
      }),
    ).corpus,
    { version, date: '2026-01-31' },
  );

test('definitions of several kinds with one id have histories of their own', () => {
  const bundles = [release('1.0.0', ''), release('1.1.0', `, ${attribute('b', 'int')}`)];
  const notes = releaseNotes(bundles);
  const historyOf = (kind: 'stanza' | 'node' | 'enum') =>
    definitionHistories(
      kind,
      notes,
      bundles[0],
    )('te').map((one) => ('facts' in one ? one.facts : one.changes.map(({ path }) => path)));
  assert.deepEqual(historyOf('stanza'), [1]);
  assert.deepEqual(historyOf('node'), [['node/te:@b'], 1]);
  assert.deepEqual(historyOf('enum'), [3]);
});
