/** Many that may go on at once, and one that must be alone. */
export interface ReadWriteLock {
  /** Waits until nobody is alone. @returns what is to be called at the end, once or more often */
  enter(): Promise<() => void>;
  /** Does something while nothing that entered goes on. What enters meanwhile waits for its end. */
  alone(work: () => void): Promise<void>;
}

/**
 * Keeps what goes on apart from what must be alone.
 * @param patience milliseconds after which what still goes on is no longer waited for: it may hang for ever
 */
export function readWriteLock(patience: number): ReadWriteLock {
  let under = 0;
  let alone: Promise<void> | undefined;
  let allLeft: (() => void) | undefined;
  return {
    async enter() {
      while (alone !== undefined) await alone;
      under += 1;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        under -= 1;
        if (under === 0) allLeft?.();
      };
    },
    async alone(work) {
      while (alone !== undefined) await alone;
      let done = (): void => {};
      alone = new Promise((resolve) => {
        done = resolve;
      });
      let timer: NodeJS.Timeout | undefined;
      try {
        if (under > 0) {
          await new Promise<void>((resolve) => {
            allLeft = resolve;
            timer = setTimeout(resolve, patience);
          });
        }
        work();
      } finally {
        clearTimeout(timer);
        allLeft = undefined;
        alone = undefined;
        done();
      }
    },
  };
}
