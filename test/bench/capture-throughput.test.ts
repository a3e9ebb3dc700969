import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CAPTURE_FORMS,
  type CaptureThroughput,
  captureThroughput,
  throughputOf,
} from '../../bench/capture-throughput.ts';
import { loadBinaryDecoder } from '../../lib/capture/wabinary.ts';
import { SPEC } from '../lib/capture/nodes.ts';

/** The time of the processor, which other programs do not add to. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
const OPTIONS = { stanzas: 400, runs: 3, now: processorTime };
const decodeBinary = await loadBinaryDecoder();

describe('capture throughput', () => {
  for (const form of CAPTURE_FORMS) {
    it(`${form}: twice as much takes about twice as long`, (t) => {
      let last: CaptureThroughput | undefined;
      // Memory is cleared at any time, so an odd measure is taken again, of more.
      for (const stanzas of [400, 800, 1600]) {
        last = throughputOf(form, SPEC, decodeBinary, { ...OPTIONS, stanzas });
        if (last.ratioOfDoubling < 3) break;
      }
      t.diagnostic(`${last?.stanzasPerSecond.toFixed(0)} stanzas per second`);
      assert.ok(last !== undefined && last.ratioOfDoubling < 3, `ratio ${last?.ratioOfDoubling}`);
      assert.ok(last.stanzasPerSecond > 0);
    });
  }

  it('counts what its clock says', () => {
    let time = 0;
    const now = (): number => (time += 5);
    for (const one of captureThroughput(SPEC, decodeBinary, { stanzas: 10, runs: 1, now })) {
      assert.deepEqual(one, { form: one.form, stanzasPerSecond: 2000, ratioOfDoubling: 1 });
    }
  });
});
