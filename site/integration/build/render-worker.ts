import { parentPort, workerData } from 'node:worker_threads';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { packedReader } from '../../../lib/corpus/load/read-definition.ts';
import type { PackedDefinition } from '../../../lib/corpus/ports/packed-definition.ts';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { type RecordedAnswers, replayedFiles } from '../../../lib/node/cache/memoized-files.ts';
import { writeFiles } from '../../../lib/node/files/write-files.ts';
import { publishedFiles } from '../../../lib/publish/published-files.ts';
import { type PageToRender, pageRenderer, renderPages } from './page-renderer.ts';

/** What a thread gets with its start. */
export interface SiteWork {
  /** The files of the spec. */
  readonly files: RecordedAnswers;
  readonly packs: ReadonlyMap<string, PackedDefinition>;
  readonly published: Omit<Published, 'corpus'>;
  /** How many facts it has: whoever reads fewer has not read it. */
  readonly facts: number;
  /** The folder that is written. */
  readonly root: string;
  /** The definitions whose files are there already. */
  readonly carried: ReadonlySet<string>;
}

/** The pages to share. */
export interface PagesToShare {
  /** The folder of the code that renders them. */
  readonly code: string;
  readonly pages: readonly PageToRender[];
  /** 0 for each page that nobody has taken. */
  readonly taken: Int32Array;
}

/** What a thread says: that it is ready, or why it gave up. */
export type SiteWorkerSays = { readonly done: true } | { readonly failed: string };

// As a thread: writes the files beside the pages, then renders pages from the last one on, until it meets those who
// render them from the first one on.
async function work(port: NonNullable<typeof parentPort>): Promise<void> {
  const { files, packs, published, facts, root, carried } = workerData as SiteWork;
  const asked = new Promise<PagesToShare>((resolve) => port.once('message', resolve));
  const { corpus } = loadCorpus(replayedFiles(files), { readDefinition: packedReader(packs) });
  if (corpus.facts.length !== facts) {
    throw new Error(`the thread has read ${corpus.facts.length} facts of ${facts}`);
  }
  const whole: Published = { ...published, corpus };
  writeFiles(root, publishedFiles(whole, carried));
  const { code, pages, taken } = await asked;
  let at = pages.length - 1;
  await renderPages(await pageRenderer(code, whole), root, () => {
    while (at >= 0 && Atomics.compareExchange(taken, at, 0, 1) !== 0) at -= 1;
    return pages[at--];
  });
}

if (parentPort !== null) {
  const port = parentPort;
  const say = (words: SiteWorkerSays): void => port.postMessage(words);
  work(port).then(
    () => say({ done: true }),
    (error: unknown) =>
      say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
}
