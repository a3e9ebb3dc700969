/**
 * Work that never runs beside itself: a call while it runs makes it run once more afterwards, however many such
 * calls there are. The last run so begins after the last call, and sees what that call was about.
 * @returns a function that resolves when a run that began after its call has ended, and rejects as that run does
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
