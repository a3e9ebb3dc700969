import assert from 'node:assert/strict';

/**
 * Asserts that work on four times as much takes no more than about four times as long. The best of three runs
 * counts, and the bound is far below what quadratic work would take (16 times), so that a busy machine passes.
 * @param work is called with a size and does what is measured
 */
export function assertGrowsLinearly(size: number, work: (size: number) => () => void): void {
  const best = (n: number): number => {
    const run = work(n);
    return Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        run();
        return performance.now() - start;
      }),
    );
  };
  best(size);
  const [small, large] = [best(size), best(4 * size)];
  assert.ok(large < 9 * small + 20, `${size}: ${small} ms, ${4 * size}: ${large} ms`);
}
