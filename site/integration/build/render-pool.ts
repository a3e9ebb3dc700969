import { Worker } from 'node:worker_threads';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { PreloadedDefinitions } from '../../../lib/node/spec/preload-definitions.ts';
import type { PageToRender } from './page-renderer.ts';
import type { PagesToShare, SiteWork, SiteWorkerSays } from './render-worker.ts';

/** A second thread that writes a site together with this one. */
export interface RenderPool {
  /**
   * Shares the pages with the thread: it takes them from the last one on.
   * @returns the next page for this thread, from the first one on; undefined when all are taken
   */
  share(code: string, pages: readonly PageToRender[]): () => PageToRender | undefined;
  /** When everything of the thread is written. Rejects with what it failed of. */
  readonly done: Promise<void>;
  /** Ends it, wherever it is. */
  end(): Promise<void>;
}

/**
 * Starts a thread that writes all files beside the pages, and then renders its share of the pages.
 * @param preloaded the files of the spec that is published
 * @param root the folder to write to
 * @param carried the definitions whose files are there already
 */
export function startRenderPool(
  published: Published,
  preloaded: PreloadedDefinitions,
  root: string,
  carried: ReadonlySet<string>,
): RenderPool {
  const { corpus, ...rest } = published;
  const facts = corpus.facts.length;
  const { name, lists, reads } = preloaded.files;
  const files = { name, lists, reads };
  const work: SiteWork = { files, packs: preloaded.packs, published: rest, facts, root, carried };
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  const ended = Promise.withResolvers<void>();
  // Looked at in the end; what this thread itself fails of comes before.
  ended.promise.catch(() => {});
  worker.on('message', (says: SiteWorkerSays) => {
    if ('failed' in says) ended.reject(new Error(says.failed));
    else ended.resolve();
  });
  worker.on('error', (error) => ended.reject(error));
  worker.on('exit', (code) => ended.reject(new Error(`the thread that writes the site ended with ${code}`)));
  return {
    share(code, pages) {
      const taken = new Int32Array(new SharedArrayBuffer(4 * pages.length));
      worker.postMessage({ code, pages, taken } satisfies PagesToShare);
      let at = 0;
      return () => {
        while (at < pages.length && Atomics.compareExchange(taken, at, 0, 2) !== 0) at += 1;
        return pages[at++];
      };
    },
    done: ended.promise,
    async end() {
      await worker.terminate();
    },
  };
}
