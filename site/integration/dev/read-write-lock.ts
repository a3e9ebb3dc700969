/** A read-write lock: any number of readers, or one writer. */
export interface ReadWriteLock {
  /** Waits for the writer, if there is one. @returns releases the lock; further calls have no effect */
  read(): Promise<() => void>;
  /** Runs some work while no reader holds the lock; new readers wait for its end. */
  write(work: () => void): Promise<void>;
}

/** @param patience milliseconds after which a writer no longer waits for readers, since one may hang forever */
export function readWriteLock(patience: number): ReadWriteLock {
  let readers = 0;
  let writing: Promise<void> | undefined;
  let onLastRelease: (() => void) | undefined;
  return {
    async read() {
      while (writing !== undefined) await writing;
      readers += 1;
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        readers -= 1;
        if (readers === 0) onLastRelease?.();
      };
    },
    async write(work) {
      while (writing !== undefined) await writing;
      const { promise, resolve: release } = Promise.withResolvers<void>();
      writing = promise;
      let timer: NodeJS.Timeout | undefined;
      try {
        if (readers > 0) {
          await new Promise<void>((resolve) => {
            onLastRelease = resolve;
            timer = setTimeout(resolve, patience);
          });
        }
        work();
      } finally {
        clearTimeout(timer);
        onLastRelease = undefined;
        writing = undefined;
        release();
      }
    },
  };
}
