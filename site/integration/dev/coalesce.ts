/**
 * Coalesces calls of some work that must not run concurrently: all calls during a run cause a single further run. So
 * the last run always begins after the last call.
 * @returns a function that resolves or rejects with the first run that began after its call
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    next = undefined;
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return run();
    next ??= running.then(run, run);
    return next;
  };
}
