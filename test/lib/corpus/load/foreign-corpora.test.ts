import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Files, validateAll } from '../../../cases/case.ts';

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
notify_repo: somebody/ringer
notify_opt_in: false
`,
  'techniques/log-reading.yaml':
    'id: log-reading\ntitle: Logs\nstatus: draft\nmaturity: emerging\nsummary: Logs.\ntargets: []\nstrengths: []\nlimitations: []\ntooling: []\nguide: docs/logs.md\n',
  'media/codec.yaml': 'anything: goes\n',
  'adr/0001.md': '# One\n',
};

test('a corpus of another team validates without errors, with notes on what is ignored', () => {
  const { findings, corpus } = validateAll(FOREIGN);
  assert.deepEqual(
    findings.filter(({ level }) => level === 'error'),
    [],
  );
  assert.deepEqual(
    findings.filter(({ code }) => code === 'evidence/none').map(({ path }) => path),
    ['kinds=loud', 'a-ring', 'ring:@t', 'ring:@boot', 'ring:device'],
  );
  assert.deepEqual(
    findings.filter(({ level }) => level === 'note').map(({ file }) => file),
    ['spec/adr', 'spec/media'],
  );
  assert.equal(corpus.definitions.flavor.get('ringer')?.data.notify_opt_in, false);
});

test('evidence that does not support the confidence is an error, and so is a phone number', () => {
  const text = String(FOREIGN['stanzas/ring.yaml']);
  const codes = (changed: string): string[] =>
    validateAll({ ...FOREIGN, 'stanzas/ring.yaml': changed })
      .findings.filter(({ level }) => level === 'error')
      .map(({ code }) => code);
  assert.deepEqual(
    codes(text.replace('techniques: []', 'flavors: [ringer]').replace('speculative', 'probable')),
    ['evidence/too-high'],
  );
  assert.deepEqual(codes(text.replace('"1650000123"', '"491511234567"')), ['capture/leak']);
});
