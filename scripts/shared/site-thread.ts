import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Publication } from '../../lib/corpus/publication.ts';
import type { Published } from '../../lib/diff/published.ts';
import type { ReadAhead } from './read-ahead.ts';
import type { PageToShare, SiteWork, SiteWorkerSays } from './site-worker.ts';

/** A second thread that writes a site together with this one. */
export interface SiteThread {
  /** Makes Astro share its pages with the thread, and wait for it. */
  readonly integration: AstroIntegration;
  /** Ends it, wherever it is. */
  end(): Promise<void>;
}

/**
 * Starts a thread that writes all files beside the pages, and then renders its share of the pages.
 * @param ahead the files of the spec that is published
 * @param root the folder that Astro writes to, too
 */
export function startSiteThread(published: Published, ahead: ReadAhead, root: string): SiteThread {
  const { corpus: _, ...rest } = published;
  const { name, lists, reads, packs } = ahead;
  const work: SiteWork = { name, lists, reads, packs, published: rest, root };
  const worker = new Worker(new URL('./site-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  const ended = Promise.withResolvers<void>();
  // Looked at in the end; what Astro itself fails of comes before.
  ended.promise.catch(() => {});
  worker.on('message', (says: SiteWorkerSays) => {
    if ('failed' in says) ended.reject(new Error(says.failed));
    else ended.resolve();
  });
  worker.on('error', (error) => ended.reject(error));
  worker.on('exit', (code) => ended.reject(new Error(`the thread that writes the site ended with ${code}`)));

  const share = (astro: AstroPrerenderer): AstroPrerenderer => {
    let pages: readonly PageToShare[] = [];
    let taken = new Int32Array(new SharedArrayBuffer(0));
    const places = new Map<string, number>();
    return {
      ...astro,
      name: 'stanza-catalog:two-threads',
      async getStaticPaths() {
        const paths = await astro.getStaticPaths();
        pages = paths.map(({ pathname, route }) => pageOf(pathname, route, published));
        taken = new Int32Array(new SharedArrayBuffer(4 * pages.length));
        for (const [i, { url }] of pages.entries()) places.set(pathOf(url), i);
        worker.postMessage({ code: join(root, '.prerender'), pages, taken });
        return paths;
      },
      async render(request, options) {
        const at = places.get(pathOf(request.url));
        // One that the thread has taken is left to it: no body, no file.
        if (at !== undefined && Atomics.compareExchange(taken, at, 0, 2) !== 0) return new Response(null);
        return astro.render(request, options);
      },
      async teardown() {
        await ended.promise;
        await astro.teardown?.();
      },
    };
  };
  return {
    integration: {
      name: 'stanza-catalog:two-threads',
      hooks: { 'astro:build:start': ({ setPrerenderer }) => setPrerenderer(share) },
    },
    async end() {
      await worker.terminate();
    },
  };
}

const pathOf = (url: string): string => new URL(url).pathname.replace(/\/$/, '');

/** Where Astro puts a page, in the form in which this site is built: a folder with an index for each. */
function pageOf(
  pathname: string,
  route: { readonly route: string; readonly type: string },
  { base, origin }: Publication,
): PageToShare {
  const path = pathname.replace(/^\/|\/$/g, '');
  const isFile = route.type === 'endpoint';
  // A route without an extension ends with a slash, also where its name has one.
  const slash = path !== '' && (!isFile || pathname.endsWith('/')) ? '/' : '';
  const url = new URL(`${base}${path}${slash}`, origin ?? 'http://localhost:4321').href;
  const file = isFile ? path : path === '404' ? '404.html' : join(path, 'index.html');
  return { route: route.route, url, file };
}
