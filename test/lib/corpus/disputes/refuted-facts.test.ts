import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refutedFacts } from '../../../../lib/corpus/disputes/refuted-facts.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';

/** The facts that are refuted in a stanza whose child `te` has this dispute. */
const refutedBy = (dispute: string): string[] => {
  const children = `children:
  - tag: te
    occurrence: '0..1'
    confidence: speculative
    description: An address.
    attributes:
      - name: ip
        type: string
        required: false
        confidence: speculative
        description: The address in text.
    disputes: [${dispute}]
`;
  const { corpus } = loadCorpus(memoryFiles({ 'stanzas/call-x.yaml': minimalStanza('call-x', children) }));
  return [...refutedFacts(corpus)];
};

test('a child that an open dispute denies is refuted, with all that is in it', () => {
  assert.deepEqual(refutedBy('{ claim: Nobody has it., refutes: true }'), ['call-x:te', 'call-x:te@ip']);
});

test('a dispute about a detail refutes nothing, nor does one that is resolved', () => {
  assert.deepEqual(refutedBy('{ claim: It is longer. }'), []);
  assert.deepEqual(
    refutedBy('{ claim: Nobody has it., refutes: true, status: resolved, resolution: It was seen. }'),
    [],
  );
});
