import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CAPTURE_FORMS,
  type CaptureThroughput,
  captureThroughput,
  throughputOf,
} from '../../bench/capture-throughput.ts';
import { loadBinaryDecoder } from '../../lib/capture/decode/load-binary-decoder.ts';
import { THOROUGH } from '../helpers/thorough.ts';
import { SPEC } from '../lib/capture/nodes.ts';

/** The time of the processor, which other programs do not add to. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
// Enough stanzas that work on each pair of them would be seen.
const OPTIONS = { stanzas: THOROUGH ? 600 : 150, runs: THOROUGH ? 2 : 1, now: processorTime };
const MOST = 2.6;
const decodeBinary = await loadBinaryDecoder();

describe('capture throughput', () => {
  for (const form of CAPTURE_FORMS) {
    it(`${form}: twice as much takes about twice as long`, (t) => {
      let last: CaptureThroughput | undefined;
      // Memory is cleared at any time, so an odd measure is taken again.
      for (let i = 0; i < 3 && !(last !== undefined && last.ratioOfDoubling < MOST); i++) {
        last = throughputOf(form, SPEC, decodeBinary, OPTIONS);
      }
      t.diagnostic(
        `${last?.stanzasPerSecond.toFixed(0)} stanzas per second, ${last?.ratioOfDoubling.toFixed(2)} times as long`,
      );
      assert.ok(last !== undefined && last.ratioOfDoubling < MOST, `ratio ${last?.ratioOfDoubling}`);
      assert.ok(last.stanzasPerSecond > 0);
    });
  }

  it('measures with the given clock', () => {
    let time = 0;
    const now = (): number => (time += 5);
    for (const one of captureThroughput(SPEC, decodeBinary, { stanzas: 10, runs: 1, now })) {
      assert.deepEqual(one, { form: one.form, stanzasPerSecond: 2000, ratioOfDoubling: 1 });
    }
  });
});
