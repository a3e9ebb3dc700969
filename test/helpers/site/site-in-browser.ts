import { after, before, type TestContext } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { builtSite } from './built-site.ts';
import { launchBrowser } from './chromium.ts';
import { type Served, serve } from './serve.ts';

/** The built site in a browser, for the tests of one file. */
export interface SiteInBrowser {
  /** Such as http://127.0.0.1:40000 */
  readonly origin: string;
  readonly browser: Browser;
  /**
   * A page that is as good as new, until the test ends. It is reused: to open a page and its context takes three times
   * as long as to load one of ours. What cannot be undone, such as an exposed function or an initial script, needs a
   * context of its own.
   */
  readonly page: (t: TestContext, options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * Serves a site and starts a browser before the tests of a file, and ends both after them.
 * @param build gives the folder of the site; that of the frozen spec if it is left out
 */
export function siteInBrowser(build: () => Promise<string> = builtSite): SiteInBrowser {
  let started: { readonly served: Served; readonly browser: Browser } | undefined;
  const free = new Map<string, Page[]>();
  before(async () => {
    started = { served: await serve(await build()), browser: await launchBrowser() };
  });
  after(async () => {
    await started?.browser.close();
    await started?.served.close();
  });
  const running = () => {
    if (started === undefined) throw new Error('The browser is started before the first test.');
    return started;
  };
  return {
    get origin() {
      return running().served.origin;
    },
    get browser() {
      return running().browser;
    },
    async page(t, { viewport = { width: 1280, height: 720 }, colorScheme, reducedMotion, ...fixed } = {}) {
      const key = JSON.stringify(fixed);
      const page = free.get(key)?.pop() ?? (await (await running().browser.newContext(fixed)).newPage());
      t.after(async () => {
        await reset(page);
        free.set(key, [...(free.get(key) ?? []), page]);
      });
      if (viewport !== null) await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: colorScheme ?? null, reducedMotion: reducedMotion ?? null });
      return page;
    },
  };
}

async function reset(page: Page): Promise<void> {
  const context = page.context();
  await page.removeAllListeners(undefined, { behavior: 'ignoreErrors' });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.evaluate(() => location.protocol.startsWith('http') && localStorage.clear());
  await page.mouse.move(0, 0);
  await page.emulateMedia({ media: null });
  await page.goto('about:blank');
}
