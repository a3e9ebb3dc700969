import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { validateSpec } from '../../../lib/rules/validate-spec.ts';
import { attribute, capture, flavor, PINNED, stanza } from '../../cases/texts.ts';

const words = (provenance: string, confidence: string): string[] =>
  validateSpec(
    memoryFiles({
      'stanzas/call-x.yaml': stanza(
        `attributes:\n  - ${attribute('a', 'int', `provenance: ${provenance}`, confidence)}\n`,
      ),
      'captures/w.yaml': capture('w', '{ technique: websocket-capture }'),
      'captures/m.yaml': capture('m', '{ technique: mitm-tls }'),
      'flavors/up.yaml': flavor('up', PINNED),
      'flavors/port.yaml': flavor('port', `${PINNED}derives_from: [up]\n`),
    }),
  ).findings.map(({ message, hint }) => `${message} ${hint}`);

describe('the words about evidence', () => {
  it('say that two techniques are on one channel', () => {
    assert.deepEqual(
      words(
        "{ techniques: [websocket-capture, mitm-tls], sources: ['capture:w', 'capture:m'] }",
        'confirmed',
      ),
      [
        'call-x:@a is marked confirmed, but its evidence supports probable: observed on the wire by 2 techniques. ' +
          'A web-bundle-analysis source would confirm it. Or write confidence: probable.',
      ],
    );
  });

  it('count a flavor and its port once', () => {
    assert.deepEqual(words("{ flavors: [up, port], sources: ['up:a', 'port:b'] }", 'confirmed'), [
      'call-x:@a is marked confirmed, but its evidence supports probable: 2 implementations that count as one (port derives from up). ' +
        'A web-bundle-analysis source and a websocket-capture would confirm it. Or write confidence: probable.',
    ]);
  });

  it('say what would make it probable', () => {
    assert.deepEqual(words('{ flavors: [up] }', 'probable'), [
      'call-x:@a is marked probable, but its evidence supports unknown: 1 implementation without a source (up). ' +
        'A source in the code of up would make it probable. Or write confidence: unknown.',
    ]);
    assert.deepEqual(words('{}', 'speculative'), [
      'call-x:@a is marked speculative, but has no evidence. ' +
        'Add its evidence to provenance, or write confidence: unknown.',
    ]);
  });
});
