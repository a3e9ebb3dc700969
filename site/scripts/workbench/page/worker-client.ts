import type { WorkerRequest } from '../messages/worker-request.ts';
import type { WorkerResponse } from '../messages/worker-response.ts';
import type { WorkbenchWorker } from '../worker/workbench-worker.ts';

/** Where the worker's files are. */
export interface WorkerFiles {
  readonly corpus: string;
  readonly validator: string;
  /** The path of the site, with slashes at both ends. */
  readonly base: string;
  /** Where the site is published, such as https://example.org. */
  readonly origin: string;
}

/** A worker with the spec, started when it is first wanted and again after it was stopped. */
export class WorkerClient {
  readonly #files: WorkerFiles;
  readonly #onResponse: (response: WorkerResponse) => void;
  readonly #onCrash: () => void;
  #worker: WorkbenchWorker | undefined;
  #starting: Promise<void> | undefined;
  #corpus: Promise<string> | undefined;

  constructor(files: WorkerFiles, onResponse: (response: WorkerResponse) => void, onCrash: () => void) {
    this.#files = files;
    this.#onResponse = onResponse;
    this.#onCrash = onCrash;
  }

  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** Fetches the spec and starts a worker with it, once. Rejects if the spec cannot be fetched. */
  ready(): Promise<void> {
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  ask(request: WorkerRequest): void {
    this.#worker?.postMessage(request);
  }

  /** Stops the worker, whatever it is doing; no response comes from it any more. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#starting = undefined;
  }

  async #start(): Promise<void> {
    // The page fetches the files, under its policy; the worker has no way to the network.
    const worker: WorkbenchWorker = new Worker(new URL('../worker/workbench-worker.ts', import.meta.url), {
      type: 'module',
    });
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => {
      if (worker === this.#worker) this.#onResponse(data);
    });
    worker.addEventListener('error', () => {
      if (worker === this.#worker) this.#onCrash();
    });
    this.#corpus ??= fetchCorpus(this.#files.corpus);
    const corpus = await this.#corpus.catch((error: unknown) => {
      this.#corpus = undefined;
      throw error;
    });
    const { base, origin, validator } = this.#files;
    worker.postMessage({
      kind: 'start',
      corpus,
      base,
      origin,
      validator: new URL(validator, location.href).href,
    });
  }
}

async function fetchCorpus(address: string): Promise<string> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}
