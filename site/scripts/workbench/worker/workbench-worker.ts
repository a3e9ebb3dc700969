import type { WorkerRequest } from '../messages/worker-request.ts';
import type { WorkerResponse } from '../messages/worker-response.ts';
import { dropNetworkAccess } from './drop-network-access.ts';
import { LogSession } from './log-session.ts';

/** This worker as its page sees it. The first request is a start. */
export interface WorkbenchWorker extends Pick<Worker, 'terminate'> {
  postMessage(request: WorkerRequest): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<WorkerResponse>) => void): void;
  addEventListener(type: 'error', listen: () => void): void;
}

// The work of the workbench, off the main thread.
dropNetworkAccess();
const tell = (response: WorkerResponse): void => postMessage(response);
let session: LogSession | undefined;

async function answer(request: WorkerRequest): Promise<void> {
  if (request.kind === 'start') {
    session = new LogSession(request, tell);
    return;
  }
  if (session === undefined) throw new Error('The spec is not loaded yet.');
  return session.answer(request);
}

// One request after the other. Several that wait for the same module may go on in any order, and the page would
// keep the answer of an older one.
let last = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  last = last
    .then(() => answer(data))
    .catch((error: unknown) => {
      tell({ kind: 'failed', words: error instanceof Error ? error.message : String(error) });
    });
});
