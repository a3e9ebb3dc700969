import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { packedReader } from '../../../lib/corpus/load/read-definition.ts';
import type { PackedDefinition } from '../../../lib/corpus/ports/packed-definition.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { type RecordedAnswers, replayedFiles } from '../../../lib/node/cache/memoized-files.ts';
import { writeFiles } from '../../../lib/node/files/write-files.ts';
import { publishedFiles } from '../../../lib/publish/published-files.ts';
import { type PageToRender, pageRenderer, renderPages } from './page-renderer.ts';

/** The data that the thread is started with. */
export interface RenderWork {
  /** The files of the spec. */
  readonly files: RecordedAnswers;
  readonly packs: ReadonlyMap<string, PackedDefinition>;
  readonly published: Omit<Published, 'corpus'>;
  /** Sanity check: the thread must load the same number of facts. */
  readonly facts: number;
  /** The folder to write to. */
  readonly root: string;
  /** The definitions whose files exist already, by their keys. */
  readonly unchanged: ReadonlySet<string>;
}

/** The message that shares the pages with the thread. */
export interface PagesToShare {
  /** The folder of the code that renders them. */
  readonly code: string;
  readonly pages: readonly PageToRender[];
  /** 0 for each page that neither thread has taken; shared memory. */
  readonly taken: Int32Array;
}

/** The message that the thread ends with. */
export type RenderResult = { readonly done: true } | { readonly failed: string };

/**
 * The second thread of a build: writes the files beside the pages, then renders pages from the last one backwards until
 * it meets the main thread, which starts at the first.
 * @param port receives the pages to share
 */
export async function renderWorker(port: MessagePort, work: RenderWork): Promise<void> {
  const { files, packs, published, facts, root, unchanged } = work;
  const asked = new Promise<PagesToShare>((resolve) => port.once('message', resolve));
  const { corpus } = loadCorpus(replayedFiles(files), { readDefinition: packedReader(packs) });
  if (corpus.facts.length !== facts) {
    throw new Error(`The render thread loaded ${corpus.facts.length} facts instead of ${facts}.`);
  }
  const whole: Published = { ...published, corpus };
  writeFiles(root, publishedFiles(whole, unchanged));
  const { code, pages, taken } = await asked;
  let at = pages.length - 1;
  await renderPages(await pageRenderer(code, whole), root, () => {
    while (at >= 0 && Atomics.compareExchange(taken, at, 0, 1) !== 0) at -= 1;
    return pages[at--];
  });
}

if (parentPort !== null) {
  const port = parentPort;
  const end = (result: RenderResult): void => port.postMessage(result);
  renderWorker(port, workerData as RenderWork).then(
    () => end({ done: true }),
    (error: unknown) =>
      end({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
}
