import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unobservedValues } from '../../../../lib/corpus/disputes/unobserved-values.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';

const SEEN = 'provenance: { techniques: [websocket-capture] }';

/** The values that nobody observed, of an attribute with the values a, b and c and this type and evidence. */
function unobserved(type: string, more: string): string[] {
  const { corpus } = loadCorpus(
    memoryFiles({
      'stanzas/call-x.yaml': minimalStanza(
        'call-x',
        `attributes:
  - { name: reason, type: '${type}', required: false, confidence: probable, description: Why., observed_values: [a, b, c], ${more} }
`,
      ),
      'enums/reasons.yaml': `id: reasons
title: Reasons
status: draft
summary: Why.
values:
  - { value: a, confidence: probable, description: Seen., ${SEEN} }
  - { value: b, confidence: speculative, description: From a description. }
  - { value: c, confidence: speculative, description: Denied., ${SEEN}, disputes: [{ claim: Nobody writes it., refutes: true }] }
`,
    }),
  );
  const fact = corpus.factByPath.get('call-x:@reason');
  assert.ok(fact);
  return [...unobservedValues(fact, corpus)];
}

test('of an enum, the values that are refuted or that no technique has seen were not observed', () => {
  assert.deepEqual(unobserved('enum:reasons', SEEN), ['b', 'c']);
});

test('of another type, the values were observed if a technique has seen the fact and nothing refutes it', () => {
  assert.deepEqual(unobserved('string', SEEN), []);
  assert.deepEqual(unobserved('string', 'provenance: { flavors: [] }'), ['a', 'b', 'c']);
  assert.deepEqual(unobserved('string', `${SEEN}, disputes: [{ claim: Nobody has it., refutes: true }]`), [
    'a',
    'b',
    'c',
  ]);
});
