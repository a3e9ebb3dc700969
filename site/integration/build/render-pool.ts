import { Worker } from 'node:worker_threads';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import type { PreloadedDefinitions } from '../../../lib/node/spec/preload-definitions.ts';
import type { PageToRender } from './page-renderer.ts';
import type { PagesToShare, RenderResult, RenderWork } from './render-worker.ts';

/** The second thread of a build, which shares the work with this one. */
export interface RenderPool {
  /**
   * Shares the pages with the thread, which takes them from the end.
   * @returns gives the next page for the calling thread, from the start; undefined once all are taken
   */
  share(code: string, pages: readonly PageToRender[]): () => PageToRender | undefined;
  /** Resolves once the thread has written its share; rejects when it fails. */
  readonly done: Promise<void>;
  /** Stops the thread at once. */
  end(): Promise<void>;
}

/**
 * Starts the thread. It writes all files beside the pages at once, and then renders its share of the pages.
 * @param preloaded the files of the published spec
 * @param root the folder to write to
 * @param unchanged the definitions whose files exist already, by their keys
 */
export function startRenderPool(
  published: Published,
  preloaded: PreloadedDefinitions,
  root: string,
  unchanged: ReadonlySet<string>,
): RenderPool {
  const { corpus, ...rest } = published;
  const facts = corpus.facts.length;
  const { name, lists, reads } = preloaded.files;
  const files = { name, lists, reads };
  const work: RenderWork = { files, packs: preloaded.packs, published: rest, facts, root, unchanged };
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  const ended = Promise.withResolvers<void>();
  // Callers await `done` at the end; this only prevents an unhandled rejection until then.
  ended.promise.catch(() => {});
  worker.on('message', (result: RenderResult) => {
    if ('failed' in result) ended.reject(new Error(result.failed));
    else ended.resolve();
  });
  worker.on('error', (error) => ended.reject(error));
  worker.on('exit', (code) => ended.reject(new Error(`The render thread ended with exit code ${code}.`)));
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
