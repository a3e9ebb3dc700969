import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notEvidence } from '../../../../lib/capture/match/not-evidence.ts';
import { ON_THE_WIRE, RECORDED_CALLS } from '../../../helpers/calls/recorded-calls.ts';
import { SPEC } from '../nodes.ts';

describe('recorded calls', () => {
  it('are there, and are read in full', () => {
    assert.equal(RECORDED_CALLS.length, 30);
    assert.equal(RECORDED_CALLS.flatMap(({ records }) => records).length, 1059);
    assert.equal(ON_THE_WIRE.length, 826);
  });

  it('show by their form alone what the client exchanged with its engine, and nothing else is taken for it', () => {
    const wrong = RECORDED_CALLS.flatMap(({ records }) => {
      const reasons = notEvidence(
        records.map(({ stanza }) => stanza),
        SPEC,
      );
      return records.flatMap(({ name, stanza: { root }, isEngine }, index) => {
        // The ack of a receipt has nothing of a call but the id.
        const isAckOfReceipt =
          root.tag === 'ack' &&
          root.attributes.some((one) => one.name === 'class' && one.value === 'receipt');
        const expected = isEngine ? 'engine' : isAckOfReceipt ? 'id-only' : undefined;
        const kind = reasons[index]?.kind;
        return kind === expected ? [] : [`${name}: ${kind}, expected ${expected}`];
      });
    });
    assert.deepEqual(wrong, []);
  });

  it('tell of each such record in which line the wire has it', () => {
    for (const { records } of RECORDED_CALLS) {
      const stanzas = records.map(({ stanza }) => stanza);
      for (const [index, why] of notEvidence(stanzas, SPEC).entries()) {
        if (why?.kind !== 'engine') continue;
        const again = records.find(({ stanza }) => stanza.line === why.line);
        assert.equal(again?.isEngine, false, `${records[index]?.name} names line ${why.line}`);
      }
    }
  });
});
