import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import { fileWriter } from '../../../lib/node/files/write-files.ts';
import { publish } from '../content/publication-module.ts';

/** A page of a site. */
export interface PageToRender {
  /** The pattern of its route. */
  readonly route: string;
  readonly url: string;
  /** Its file, from the root of the site. */
  readonly file: string;
}

/** The compiled pages with a corpus. */
export interface PageRenderer {
  /** All pages and endpoints, in the order of their routes. */
  pages(): Promise<readonly PageToRender[]>;
  /** @throws if the page cannot be rendered; the message names it */
  render(page: PageToRender): Promise<Uint8Array>;
}

/** The part of Astro's prerendering application that is used here. */
interface PrerenderApp {
  readonly manifest: {
    readonly routes: readonly { readonly routeData: { readonly route: string } }[];
  };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { readonly routeData: object }): Promise<Response>;
}

/**
 * Loads the code that renders pages as Astro does it to prerender a site. This file relies on undocumented parts of
 * Astro; a test compares its output with `astro build`, and `--engine astro` does without it.
 * @param code the folder of that code; a process can load each folder only once
 */
export async function pageRenderer(code: string, published: Published): Promise<PageRenderer> {
  const entry = (await readdir(code)).find((file) => /^prerender-entry\b.*\.mjs$/.test(file));
  if (entry === undefined)
    throw new Error('The compiled pages have no entry: this version of Astro has another layout.');
  publish(published);
  const { app } = (await import(pathToFileURL(join(code, entry)).href)) as { app: PrerenderApp };
  // These would inject styles and scripts of single pages. The pages of this site have none.
  app.setInternals({ pagesByKeys: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]));
  return {
    async pages() {
      const paths = await new StaticPaths(app as never).getAll();
      const pages = new Map<string, PageToRender>();
      // If two routes have the same page, Astro uses the first.
      for (const { pathname, route } of paths) {
        const page = pageOf(pathname, route, published);
        if (!pages.has(page.file)) pages.set(page.file, page);
      }
      return [...pages.values()];
    },
    async render({ route, url, file }) {
      const routeData = routes.get(route);
      if (routeData === undefined) throw new Error(`no route ${route}`);
      const response = await app.render(new Request(url), { routeData }).catch((cause: unknown) => {
        throw new Error(`${url} (${route}) was not rendered`, { cause });
      });
      if (response.status !== 200 && file !== '404.html') throw new Error(`${url} gave ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** The URL and the file of a page, as Astro chooses them for `build.format: 'directory'`. */
function pageOf(
  pathname: string,
  route: { readonly route: string; readonly type: string },
  { base, origin }: Pick<Published, 'base' | 'origin'>,
): PageToRender {
  const path = pathname.replace(/^\/|\/$/g, '');
  const isFile = route.type === 'endpoint';
  // Pages end with a slash; an endpoint only if its route does.
  const slash = path !== '' && (!isFile || pathname.endsWith('/')) ? '/' : '';
  const url = new URL(`${base}${path}${slash}`, origin ?? 'http://localhost:4321').href;
  const file = isFile ? path : path === '404' ? '404.html' : `${path}${slash}index.html`;
  return { route: route.route, url, file };
}

/**
 * Renders pages into the folder of a site, one after the other.
 * @param next gives the next page; undefined when there is none
 */
export async function renderPages(
  renderer: PageRenderer,
  root: string,
  next: () => PageToRender | undefined,
): Promise<void> {
  const write = fileWriter(root);
  for (let page = next(); page !== undefined; page = next()) {
    write({ path: page.file, text: await renderer.render(page) });
  }
}
