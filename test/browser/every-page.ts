import { readdir } from 'node:fs/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { serve } from '../helpers/site/serve.ts';

export interface EveryPage {
  readonly browser: Browser;
  /** Such as http://127.0.0.1:40000 */
  readonly origin: string;
  /**
   * The path of each page of the built site, as its address has it, sorted; of the pages of old versions, which are all
   * made alike and only grow in number, every fifth.
   */
  readonly paths: readonly string[];
  /**
   * Opens each page, two at a time, each lane with a page of its own that keeps its context.
   * @param prepare what is done once with each context
   * @param which the pages; all of them where nothing is said
   */
  readonly visit: (
    options: BrowserContextOptions,
    look: (page: Page, path: string) => Promise<void>,
    prepare?: (context: BrowserContext) => Promise<void>,
    which?: readonly string[],
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A built site in a browser. */
export async function everyPage(folder: string): Promise<EveryPage> {
  const paths = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort()
    .filter((path, i) => !path.startsWith('/v/') || i % 5 === 0);
  const served = await serve(folder);
  const browser = await launchBrowser();
  return {
    browser,
    origin: served.origin,
    paths,
    visit: async (options, look, prepare, which = paths) => {
      const queue = [...which];
      const lane = async (): Promise<void> => {
        const context = await browser.newContext(options);
        await prepare?.(context);
        const page = await context.newPage();
        for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
          await page.goto(served.origin + path);
          await look(page, path);
        }
        await context.close();
      };
      await Promise.all([lane(), lane()]);
    },
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}
