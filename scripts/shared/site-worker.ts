import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FolderEntry } from '../../lib/corpus/file-port.ts';
import { loadCorpus } from '../../lib/corpus/load.ts';
import type { PackedDefinition } from '../../lib/corpus/read-definition.ts';
import type { Published } from '../../lib/diff/published.ts';
import { publish } from './publication-plugin.ts';
import { siteFiles } from './site-files.ts';
import { writeFiles } from './write-files.ts';

/** What a thread gets with its start. */
export interface SiteWork {
  /** The spec: its name, and what its folders and files hold. */
  readonly name: string;
  readonly lists: ReadonlyMap<string, readonly FolderEntry[] | undefined>;
  readonly reads: ReadonlyMap<string, Uint8Array>;
  readonly packs: ReadonlyMap<string, PackedDefinition>;
  readonly published: Omit<Published, 'corpus'>;
  /** The folder that is written. */
  readonly root: string;
}

/** The pages to share, once Astro has made the code that renders them. */
export interface PagesToShare {
  /** The folder of that code. */
  readonly code: string;
  readonly pages: readonly PageToShare[];
  /** 0 for each page that nobody has taken. */
  readonly taken: Int32Array;
}

export interface PageToShare {
  /** The pattern of its route. */
  readonly route: string;
  readonly url: string;
  /** Its file, from the root of the site. */
  readonly file: string;
}

/** What a thread says: that it is ready, or why it gave up. */
export type SiteWorkerSays = { readonly done: true } | { readonly failed: string };

/** The part of Astro's prerendering application that is used here. */
interface PrerenderApp {
  readonly manifest: { readonly routes: readonly { readonly routeData: { readonly route: string } }[] };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { readonly routeData: object }): Promise<Response>;
}

// As a thread: writes the files beside the pages, then renders pages from the last one on, until it meets those who
// render them from the first one on.
async function work(port: NonNullable<typeof parentPort>): Promise<void> {
  const { name, lists, reads, packs, published, root } = workerData as SiteWork;
  const asked = new Promise<PagesToShare>((resolve) => port.once('message', resolve));
  const { corpus } = loadCorpus({
    name,
    list: (folder) => lists.get(folder),
    read(path) {
      const bytes = reads.get(path);
      if (bytes === undefined) throw new Error(`${path} was not read`);
      return bytes;
    },
    known: (path) => packs.get(path),
  });
  const whole: Published = { ...published, corpus };
  await writeFiles(root, siteFiles(whole));
  publish(whole);
  await renderPages(await asked, root);
}

async function renderPages({ code, pages, taken }: PagesToShare, root: string): Promise<void> {
  const entry = (await readdir(code)).find((file) =>
    /^prerender-entry\..*\.mjs$|^prerender-entry\.mjs$/.test(file),
  );
  if (entry === undefined) throw new Error('Astro made no code that renders pages');
  const { app } = (await import(pathToFileURL(join(code, entry)).href)) as { app: PrerenderApp };
  // Pages have no styles and scripts of their own that the build would have to tell of: a test compares.
  app.setInternals({ pagesByKeys: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]));

  let next = pages.length - 1;
  const renderOne = async (): Promise<void> => {
    for (; next >= 0; ) {
      const at = next;
      next -= 1;
      if (Atomics.compareExchange(taken, at, 0, 1) !== 0) continue;
      const { route, url, file } = pages[at] as PageToShare;
      const routeData = routes.get(route);
      if (routeData === undefined) throw new Error(`no route ${route}`);
      const response = await app.render(new Request(url), { routeData }).catch((error: unknown) => {
        throw new Error(`${url} (${route}) was not rendered`, { cause: error });
      });
      if (response.status !== 200 && !file.endsWith('404.html'))
        throw new Error(`${url} gave ${response.status}`);
      const path = join(root, file);
      const bytes = Buffer.from(await response.arrayBuffer());
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  };
  await Promise.all([renderOne(), renderOne(), renderOne(), renderOne()]);
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
