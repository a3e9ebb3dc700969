import assert from 'node:assert/strict';

/**
 * Asserts that work on four times as much takes no more than about four times as long. The processor's time of
 * this thread counts, the best of five runs, and the bound is far below what quadratic work would take
 * (16 times), so that a busy machine passes.
 * @param work is called with a size and does what is measured
 */
export function assertGrowsLinearly(size: number, work: (size: number) => () => void): void {
  const best = (n: number): number => {
    const run = work(n);
    return Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const before = process.threadCpuUsage().user;
        run();
        return (process.threadCpuUsage().user - before) / 1000;
      }),
    );
  };
  best(size);
  const [small, large] = [best(size), best(4 * size)];
  assert.ok(large < 9 * small + 20, `${size}: ${small} ms, ${4 * size}: ${large} ms`);
}
