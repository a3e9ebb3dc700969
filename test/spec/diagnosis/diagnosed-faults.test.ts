import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureGenerated } from '../../../bench/faults/measure-generated.ts';
import { measureRecorded } from '../../../bench/faults/measure-recorded.ts';
import { GOALS } from '../../../bench/faults/render-faults.ts';
import { percentNamed, type Tally } from '../../../bench/faults/tally.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

const REPLAY = "To see the log of one: npm run -s plant-faults -- --seed 1 --show 'ID'";

function assertReaches(goal: number, { all, falseDivergences, missed, conforming }: Tally): void {
  assert.ok(conforming >= 30 && all.planted >= 60, `${conforming} logs, ${all.planted} faults`);
  assert.deepEqual(falseDivergences, [], REPLAY);
  const words = missed.map(({ id, said }) => `${id}: ${said}`);
  assert.ok(percentNamed(all) >= goal, [`${all.named} of ${all.planted}`, ...words, REPLAY].join('\n'));
}

describe('the diagnosis of calls, in a sample of what npm run plant-faults measures', () => {
  it('has no divergence in what the flows allow, and names planted faults first', () => {
    const tally = measureGenerated(LIVE_CORPUS, { seed: 1, calls: 1, faults: 1, every: 3 });
    assertReaches(GOALS.generated, tally);
  });

  it('has none whatever calls are made, whole or cut off', () => {
    for (const seed of [1, 2, 3]) {
      const { conforming, falseDivergences } = measureGenerated(LIVE_CORPUS, {
        seed,
        calls: 2,
        faults: 0,
        every: 1,
      });
      assert.ok(conforming >= 200, `${conforming} logs of seed ${seed}`);
      assert.deepEqual(falseDivergences, [], REPLAY.replace('--seed 1', `--seed ${seed}`));
    }
  });

  it('does so in the recorded calls, which their flows explain', () => {
    assertReaches(GOALS.recorded, measureRecorded(LIVE_CORPUS, 40));
  });
});
