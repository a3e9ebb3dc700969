import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordChanges } from '../../../lib/pull-request/record-changes.ts';
import type { Capture } from '../../../lib/schema/types.generated.ts';

const BASE = {
  id: 'a',
  source: { technique: 'websocket-capture' },
  confidence: 'probable',
  sanitized: true,
} as const;
const traceOf = (...bodies: readonly string[]): Capture => ({
  ...BASE,
  trace: bodies.map((body, at) => ({ at, direction: 'incoming', body })),
});

describe('recordChanges', () => {
  for (const [before, after, words] of [
    [undefined, traceOf('<a/>', '<b/>'), '2 records, all new'],
    [traceOf('<a/>'), traceOf('<a/>'), '1 record, the same'],
    [traceOf('<a/>'), traceOf('<a/>', '<b/>', '<c/>'), '3 records: 2 added'],
    [traceOf('<a/>', '<b/>', '<c/>'), traceOf('<b/>', '<c/>'), '2 records: 2 changed, 1 removed'],
    [undefined, { ...BASE, direction: 'incoming', raw: { format: 'xml', body: '<a/>' } } as const, ''],
  ] as const) {
    it(`says ${words === '' ? 'nothing of a single stanza' : words}`, () => {
      assert.equal(recordChanges(before, after), words);
    });
  }
});
