import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PackedDefinition } from '../../corpus/ports/packed-definition.ts';
import type { ParseJob, ParseWorker } from './parse-worker.ts';

/** How many files a thread gets at once: few enough that all threads end at about the same time. */
const BATCH = 40;
const MAX_THREADS = 8;

type Packs = ReturnType<ParseWorker>;

/**
 * Parses definitions in as many threads as the machine runs at once.
 * @returns their packs in the same order; undefined for one with errors
 * @throws when a thread fails
 */
export async function parseInThreads(jobs: readonly ParseJob[]): Promise<Packs> {
  const packs = new Array<PackedDefinition | undefined>(jobs.length);
  let next = 0;
  const work = async (): Promise<void> => {
    const thread = startThread();
    try {
      for (let from = next; from < jobs.length; from = next) {
        next = from + BATCH;
        const answer = await thread.ask(jobs.slice(from, next));
        for (const [i, pack] of answer.entries()) packs[from + i] = pack;
      }
    } finally {
      await thread.end();
    }
  };
  const threads = Math.min(availableParallelism(), MAX_THREADS, Math.ceil(jobs.length / BATCH));
  await Promise.all(Array.from({ length: threads }, work));
  return packs;
}

/** Starts a thread that answers one request at a time. */
function startThread(): { ask: (jobs: readonly ParseJob[]) => Promise<Packs>; end: () => Promise<unknown> } {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url));
  let waiting: PromiseWithResolvers<Packs> | undefined;
  worker.on('message', (packs: Packs) => waiting?.resolve(packs));
  worker.on('error', (error) => waiting?.reject(error));
  worker.on('exit', (code) => waiting?.reject(new Error(`a thread ended with ${code}`)));
  return {
    ask(jobs) {
      waiting = Promise.withResolvers<Packs>();
      worker.postMessage(jobs);
      return waiting.promise;
    },
    end: () => worker.terminate(),
  };
}
