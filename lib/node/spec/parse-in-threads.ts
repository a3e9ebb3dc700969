import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PackedDefinition } from '../../corpus/ports/packed-definition.ts';
import type { ToParse } from './parse-worker.ts';

/** So many files go to a thread at once: few enough that all threads end together. */
const AT_ONCE = 40;
const MOST_THREADS = 8;

type Packs = (PackedDefinition | undefined)[];

/**
 * Reads definitions in threads, as many as the machine runs at once.
 * @returns their packs in the same order; undefined for one with errors
 * @throws when a thread fails
 */
export async function parseInThreads(files: readonly ToParse[]): Promise<Packs> {
  const packs = new Array<PackedDefinition | undefined>(files.length);
  let next = 0;
  const work = async (): Promise<void> => {
    const thread = startThread();
    try {
      for (let from = next; from < files.length; from = next) {
        next = from + AT_ONCE;
        const answer = await thread.ask(files.slice(from, next));
        for (const [i, pack] of answer.entries()) packs[from + i] = pack;
      }
    } finally {
      await thread.end();
    }
  };
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(files.length / AT_ONCE));
  await Promise.all(Array.from({ length: threads }, work));
  return packs;
}

/** A thread that answers one question after the other. */
function startThread(): { ask: (files: readonly ToParse[]) => Promise<Packs>; end: () => Promise<unknown> } {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url));
  let waiting: PromiseWithResolvers<Packs> | undefined;
  worker.on('message', (packs: Packs) => waiting?.resolve(packs));
  worker.on('error', (error) => waiting?.reject(error));
  worker.on('exit', (code) => waiting?.reject(new Error(`a thread ended with ${code}`)));
  return {
    ask(files) {
      waiting = Promise.withResolvers<Packs>();
      worker.postMessage(files);
      return waiting.promise;
    },
    end: () => worker.terminate(),
  };
}
