import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLeaks } from '../../../../lib/capture/leaks/find-leaks.ts';
import { findLeaksInSpec } from '../../../../lib/capture/leaks/find-leaks-in-spec.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { captureRules } from '../../../../lib/rules/capture-rules.ts';
import { runRules } from '../../../../lib/rules/run-rules.ts';
import { attribute, stanza } from '../../../cases/texts.ts';

const TIMES = new Set(['since-boot', 'e']);

const FINE = [
  '<offer t="1650000123"/>',
  '<offer e="1650000123456" since-boot="1650000123456789"/>',
  '"timestamp": "1650000123", "expiresAt": 1650000123.25',
  'server_ts=1650000123456 last-update-time=1650000123',
  '<e>1650000123</e><ts a="b"> 1650000123 </ts>',
  '<iq id="1650000123-17"/> <iq id="41.23456-17"/>',
  // Domains that nobody can have.
  'to="juliet@example.org" from="romeo@shop.test"',
];

const LEAKS = [
  // Complete phone numbers, anywhere; ten digits unless the context says that they are a time.
  't="4915112345678"',
  't="15205550123"',
  'e="9650000123"',
  'caller="1650000123"',
  'the 1650000123',
  'id="1650000123"',
  'pn: 1650000123',
  'started="1650000123"',
  // Longer than a time.
  't="16500001234"',
  'at 48.137154, 11.576124',
  'to="juliet@navy.example.org"',
  'to="juliet@example.org.evil.net"',
  'to="4915112345678@example.org"',
];

describe('the leak check of the spec', () => {
  for (const text of FINE) {
    it(`takes no time for a phone number in ${text}`, () => {
      assert.deepEqual(findLeaksInSpec(text, TIMES), []);
      // In a capture it is something to replace.
      assert.notDeepEqual(findLeaks(text), []);
    });
  }

  for (const text of LEAKS) {
    it(`still finds a leak in ${text}`, () => assert.notDeepEqual(findLeaksInSpec(text, TIMES), []));
  }

  it('uses the types and names of a stanza, and never those of a capture', () => {
    const example = (body: string): string => `examples:\n  - { title: One, format: xml, body: '${body}' }\n`;
    const spec = (lines: string) => ({
      'stanzas/call-x.yaml': stanza(lines),
      'captures/a.yaml': `id: a
source: { technique: websocket-capture }
stanza_tag: call
direction: incoming
confidence: probable
raw: { format: xml, body: '<call boot="1650000123"/>' }
sanitized: true
`,
    });
    const leaks = (lines: string): string[] =>
      runRules(loadCorpus(memoryFiles(spec(lines))).corpus, captureRules())
        .filter(({ code }) => code === 'capture/leak')
        .map(({ file, line, column }) => `${file}:${line}:${column}`);
    const boot = (type: string): string =>
      `attributes:\n  - ${attribute('boot', type, "observed_values: ['1650000123']")}\n`;
    const own = 'spec/captures/a.yaml:6:40';
    assert.deepEqual(leaks(`${boot('timestamp')}${example('<call boot="1650000123"/>')}`), [own]);
    assert.deepEqual(leaks(boot('int')), [own, 'spec/stanzas/call-x.yaml:10:98']);
    assert.deepEqual(
      leaks(`attributes:\n  - ${attribute('t', 'jid', "observed_values: ['1650000123']")}\n`),
      [own, 'spec/stanzas/call-x.yaml:10:95'],
    );
  });

  it('takes linear time', () => {
    for (const piece of ['t="', '1650000123 ', '<t ', 't=1650000123 ', 'a.']) {
      const text = piece.repeat(200_000 / piece.length);
      const start = performance.now();
      findLeaksInSpec(text, TIMES);
      assert.ok(performance.now() - start < 2000, piece);
    }
  });
});
