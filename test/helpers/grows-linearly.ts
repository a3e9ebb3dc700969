import assert from 'node:assert/strict';

/** So long must the smaller work take, in milliseconds: some clocks of a thread count in steps of four. */
const SHORTEST = 20;
const ATTEMPTS = 3;

/**
 * Asserts that work on four times as much takes no more than about four times as long. The processor's time of
 * this thread counts; work that is too short to be measured is done many times, and the bound is far below what
 * quadratic work would take (16 times). A busy machine passes, at the second or third attempt if need be.
 * Whoever calls it chooses a size at which a quadratic part would outweigh the rest.
 * @param work is called with a size and does what is measured
 */
export function assertGrowsLinearly(size: number, work: (size: number) => () => void): void {
  const [few, many] = [work(size), work(4 * size)];
  const measured: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { times, small } = longEnough(few);
    const large = timeOf(many, times);
    if (large < 8 * small) return;
    measured.push(`${times} × ${size}: ${small} ms, ${times} × ${4 * size}: ${large} ms`);
  }
  assert.fail(measured.join('; '));
}

/** How often work is done until it takes long enough to be measured, and how long that takes. */
function longEnough(run: () => void): { times: number; small: number } {
  for (let times = 1; ; times *= 2) {
    const small = timeOf(run, times);
    if (small >= SHORTEST) return { times, small };
  }
}

function timeOf(run: () => void, times: number): number {
  const before = process.threadCpuUsage();
  for (let i = 0; i < times; i++) run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
