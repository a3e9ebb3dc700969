import assert from 'node:assert/strict';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import type { Bundle } from '../../../../lib/diff/bundle/bundle.ts';
import { bundleOf } from '../../../../lib/diff/bundle/bundle-of.ts';
import { attribute, stanza } from '../../../cases/texts.ts';

export const X = 'stanzas/call-x.yaml';

/** A bundle of a spec without findings. */
export function bundle(files: Readonly<Record<string, string>>): Bundle {
  const { corpus, findings } = loadCorpus(memoryFiles(files));
  assert.deepEqual(findings, []);
  return bundleOf(corpus);
}

/** A bundle of one stanza with some attributes. */
export const withAttributes = (...attributes: readonly string[]): Bundle =>
  bundle({
    [X]: stanza(
      attributes.length === 0 ? '' : `attributes:\n${attributes.map((one) => `  - ${one}\n`).join('')}`,
    ),
  });

export const A = attribute('a', 'int');
