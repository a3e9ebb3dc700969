import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../../lib/corpus/ports/memory-files.ts';
import { isChecked } from '../../../../../lib/corpus/sources/checks/is-checked.ts';
import { minimalStanza } from '../../../../helpers/temp-spec.ts';

const COMMIT = '0123456789012345678901234567890123456789';
const FLAVOR = `id: client\nrepository: https://example.org/owner/name\ncommit: '${COMMIT}'\n`;
const CHECKS = JSON.stringify({
  about: 'Generated.',
  sources: [
    { source: 'client:a.go#L1', commit: COMMIT, digest: 'a'.repeat(64), names: { reason: 'exact' } },
    { source: 'client:a.go#L2', commit: COMMIT, digest: 'a'.repeat(64), names: { reason: 'no' } },
  ],
});

const checked = (sources: string, leg = ''): boolean => {
  const { corpus } = loadCorpus(
    memoryFiles({
      'stanzas/ping-a.yaml': minimalStanza(
        'ping-a',
        `attributes:\n  - name: reason\n    type: string\n    confidence: probable\n    description: Why.\n${leg}    provenance: { flavors: [client], sources: [${sources}] }\n`,
      ),
      'flavors/client.yaml': FLAVOR,
      'source-checks.json': CHECKS,
    }),
  );
  const fact = corpus.factByPath.get('ping-a:@reason');
  assert.ok(fact);
  return isChecked(fact, corpus);
};

test('a fact is checked if all of its places in code were opened and name it', () => {
  assert.equal(checked("'client:a.go#L1'"), true);
  assert.equal(checked("'client:a.go#L1', 'https://example.org/thread', '#12'"), true);
  assert.equal(checked("'https://example.org/thread'"), false);
  assert.equal(checked("'client:a.go#L1', 'client:a.go#L2'"), false);
  assert.equal(checked("'client:a.go#L1', 'client:b.go#L1'"), false);
});

test('so are the places of its legs, and code that is cited by its address is never opened', () => {
  const leg = (source: string): string =>
    `    sent: { presence: optional, confidence: probable, provenance: { flavors: [client], sources: ['${source}'] } }\n`;
  assert.equal(checked("'client:a.go#L1'", leg('client:a.go#L1')), true);
  assert.equal(checked("'client:a.go#L1'", leg('client:a.go#L2')), false);
  const address = `https://example.org/owner/name/blob/${COMMIT}/a.go#L1`;
  assert.equal(checked(`'client:a.go#L1', '${address}'`), false);
  assert.equal(checked("'client:a.go#L1'", leg(address)), false);
});
