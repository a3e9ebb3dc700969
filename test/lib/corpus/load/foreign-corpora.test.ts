import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Files, strictly, validateAll } from '../../../cases/case.ts';

/** A corpus of another team: no spec.yaml, no captures, evidence left out, folders and habits of its own. */
const FOREIGN: Files = {
  'stanzas/ring.yaml': `id: ring
tag: ring
display_name: Ring
category: signaling
direction: [incoming]
status: draft
spec_version: "0.1.0"
summary: >
  Tells <device> that somebody calls.
attributes:
  - name: t
    type: timestamp
    required: true
    confidence: probable
    description: When it was sent.
    observed_values: ["1650000123"]
  - name: boot
    type: timestamp
    confidence: speculative
    description: When the server was started, in milliseconds.
    observed_values: [1650000123456]
    provenance:
      techniques: []
      sources: []
  - name: tries
    type: int
    confidence: confirmed
    description: How often it was tried.
    observed_values: [3]
    provenance:
      techniques: [log-reading]
      sources: ["Seen twice by two people"]
children:
  - tag: device
    occurrence: 0..n
    confidence: probable
    description: Who is called.
examples:
  - title: One
    format: xml
    body: <ring t="1650000123" tries="3"/>
open_questions:
  - Does it come twice?
`.replace('confidence: confirmed', 'confidence: probable'),
  'enums/kinds.yaml':
    'id: kinds\ntitle: Kinds\nstatus: draft\nsummary: Kinds.\nvalues:\n  - { value: loud, confidence: confirmed, description: Loud. }\n',
  'flows/a-ring.yaml': `id: a-ring
title: A ring
status: draft
spec_version: "0.1.0"
summary: It rings.
participants: [{ id: a, label: A }, { id: b, label: B }]
steps:
  - { from: a, to: b, stanza: ring, label: <ring> arrives, confidence: probable, note: It does. }
`,
  'flavors/ringer.yaml': `id: ringer
name: Ringer
url: https://ringer.example/
commit: 0a1b2c3
stars: 12
notify_repo: somebody/ringer
notify_opt_in: false
`,
  'techniques/log-reading.yaml':
    'id: log-reading\ntitle: Logs\nstatus: draft\nmaturity: emerging\nsummary: Logs.\ntargets: []\nstrengths: []\nlimitations: []\ntooling: []\nguide: docs/logs.md\n',
  'media/codec.yaml': 'anything: goes\n',
  'adr/0001.md': '# One\n',
};

/** Its findings of the levels, each with its file. */
const found = (files: Files, ...levels: readonly string[]): string[] =>
  validateAll(files)
    .findings.filter(({ level }) => levels.includes(level))
    .map(({ code, file }) => `${code} ${file.replace('spec/', '')}`);

test('a corpus of another team validates without errors; how its authors work is only noted', () => {
  const { findings, corpus } = validateAll(FOREIGN);
  // What is left out of the site is said with a warning, everything else with notes.
  assert.deepEqual(found(FOREIGN, 'error', 'warning'), ['schema/unknown-key flavors/ringer.yaml']);
  assert.deepEqual(
    findings.filter(({ code }) => code === 'evidence/none').map(({ path }) => path),
    ['kinds=loud', 'a-ring', 'ring:@t', 'ring:@boot', 'ring:device'],
  );
  assert.deepEqual(
    [...new Set(found(FOREIGN, 'note'))],
    [
      'file/unknown-folder adr',
      'evidence/none enums/kinds.yaml',
      'source/short-commit flavors/ringer.yaml',
      'evidence/none flows/a-ring.yaml',
      'file/unknown-folder media',
      'evidence/none stanzas/ring.yaml',
      'schema/unquoted-value stanzas/ring.yaml',
      'source/free-note stanzas/ring.yaml',
      'link/relative techniques/log-reading.yaml',
    ],
  );
  const ringer = corpus.definitions.flavor.get('ringer')?.data;
  assert.equal(ringer?.notify_opt_in, false);
  assert.equal(ringer !== undefined && 'stars' in ringer, false);
});

test('the same corpus with our policy has errors and warnings instead', () => {
  const strict = strictly(FOREIGN);
  assert.deepEqual(found(strict, 'error'), ['schema/unknown-key flavors/ringer.yaml']);
  assert.equal(validateAll(strict).corpus.definitions.flavor.has('ringer'), false);
  assert.ok(found(strict, 'warning').includes('evidence/none stanzas/ring.yaml'));
  assert.deepEqual(
    [...new Set(found(strict, 'note'))],
    ['file/unknown-folder adr', 'file/unknown-folder media'],
  );
});

test('evidence that does not support the confidence is an error by our policy; a phone number is one everywhere', () => {
  const text = String(FOREIGN['stanzas/ring.yaml']);
  const too = text.replace('techniques: []', 'flavors: [ringer]').replace('speculative', 'probable');
  const flavor = String(FOREIGN['flavors/ringer.yaml']).replace('stars: 12\n', '');
  const changed = (by: string): Files => ({
    ...FOREIGN,
    'flavors/ringer.yaml': flavor,
    'stanzas/ring.yaml': by,
  });
  const high = 'evidence/too-high stanzas/ring.yaml';
  assert.ok(found(changed(too), 'warning').includes(high));
  assert.ok(found(strictly(changed(too)), 'error').includes(high));
  const phone = changed(text.replace('"1650000123"', '"491511234567"'));
  assert.deepEqual(found(phone, 'error'), ['capture/leak stanzas/ring.yaml']);
});

test('a misspelled key is an error everywhere, and so is an unknown one beside other errors', () => {
  const keyed = (keys: string): Files => ({
    ...FOREIGN,
    'flavors/ringer.yaml': `${String(FOREIGN['flavors/ringer.yaml'])}${keys}`,
  });
  assert.deepEqual(
    found(keyed('langage: go\n'), 'error'),
    Array(2).fill('schema/unknown-key flavors/ringer.yaml'),
  );
  assert.deepEqual(found(keyed('maturity: ripe\n'), 'error').sort(), [
    'schema/not-allowed flavors/ringer.yaml',
    'schema/unknown-key flavors/ringer.yaml',
  ]);
});
