import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { pageFiles } from '../helpers/site/page-kinds.ts';
import { serve } from '../helpers/site/serve.ts';

export interface EveryPage {
  readonly browser: Browser;
  /** Such as http://127.0.0.1:40000 */
  readonly origin: string;
  /** The path of each page of the built site, as its address has it, sorted. */
  readonly paths: readonly string[];
  /**
   * Opens pages, two at a time, each lane with a page of its own that keeps its context.
   * @param prepare is called once with each context
   */
  readonly visit: (
    paths: readonly string[],
    options: BrowserContextOptions,
    look: (page: Page, path: string) => Promise<void>,
    prepare?: (context: BrowserContext) => Promise<void>,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The path in the address of a page. */
export const pathOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;

/** A built site in a browser. */
export async function everyPage(folder: string): Promise<EveryPage> {
  const paths = (await pageFiles(folder)).map(pathOf);
  const served = await serve(folder);
  const browser = await launchBrowser();
  return {
    browser,
    origin: served.origin,
    paths,
    visit: async (which, options, look, prepare) => {
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
