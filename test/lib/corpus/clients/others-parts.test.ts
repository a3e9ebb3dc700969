import assert from 'node:assert/strict';
import { test } from 'node:test';
import { othersParts } from '../../../../lib/corpus/clients/others-parts.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { CLIENT_CORPUS, CLIENT_FILES } from './client-files.ts';

test('what other implementations write is listed for a client that was not seen to have it', () => {
  assert.deepEqual(othersParts(CLIENT_CORPUS, 'call-x', 'other', 'writes'), {
    parts: ['@id', 'ring@tone', 'ring@alone', 'ring/place@ip'],
    total: 4,
  });
  assert.deepEqual(othersParts(CLIENT_CORPUS, 'call-x', 'port', 'writes'), {
    parts: ['@id', 'ring/place (1 part inside)'],
    total: 3,
  });
});

test('what an extract shows, and what a client that never reads the stanza misses, is not listed', () => {
  // The only reader of a tone is an extract of another client.
  assert.deepEqual(othersParts(CLIENT_CORPUS, 'call-x', 'other', 'reads'), { parts: [], total: 0 });
  assert.deepEqual(othersParts(CLIENT_CORPUS, 'call-x', 'wire', 'writes'), { parts: [], total: 0 });
});

test('nobody misses what is never written, nor what is in it', () => {
  const place = CLIENT_FILES['stanzas/call-x.yaml'].replace(
    "occurrence: '1', confidence: probable, prov",
    "occurrence: '1', sent: never, confidence: probable, prov",
  );
  assert.notEqual(place, CLIENT_FILES['stanzas/call-x.yaml']);
  const { corpus } = loadCorpus(memoryFiles({ ...CLIENT_FILES, 'stanzas/call-x.yaml': place }));
  assert.deepEqual(othersParts(corpus, 'call-x', 'port', 'writes'), { parts: ['@id'], total: 1 });
});
