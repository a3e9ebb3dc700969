import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';

export const WIDE = { width: 1280, height: 900 };
export const START = '/stanzas/call-reject/';

type Opens = (
  t: TestContext,
  path: string,
  options?: BrowserContextOptions,
) => Promise<{ page: Page; wrong: string[] }>;

/** The built site, for the tests of one file. */
export function searchSite(): { readonly origin: () => string; readonly open: Opens } {
  const site = siteInBrowser();
  /** A page of its own, with all that went wrong in it: messages of the console are violations of the policy, too. */
  const open: Opens = async (t, path, options = {}) => {
    const page = await site.page(t, { viewport: WIDE, reducedMotion: 'reduce', ...options });
    const wrong: string[] = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('requestfailed', (request) => wrong.push(request.url()));
    page.on('response', (response) => {
      if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(path.startsWith('http') ? path : site.origin + path);
    return { page, wrong };
  };
  return { origin: () => site.origin, open };
}

export const field = (page: Page) => page.getByRole('combobox', { name: 'Search facts' });
// The choice of theme in the header has options, too.
export const results = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');

export async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  // All at once: results for half of it would be a race.
  await page.keyboard.insertText(query);
  await results(page).first().waitFor();
}

/** The row that the address names must be in sight, and look unlike its neighbours. */
export async function assertLanded(page: Page, id: string): Promise<void> {
  await page.waitForURL((url) => url.hash !== '' && decodeURIComponent(url.hash.slice(1)) === id);
  const row = page.locator(':target');
  await row.waitFor();
  const seen = await row.evaluate((element) => {
    const lit = [element, element.firstElementChild].some(
      (one) => one !== null && getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)',
    );
    const { top } = element.getBoundingClientRect();
    const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    return { id: element.id, lit, inSight: top >= header - 1 && top < innerHeight };
  });
  assert.deepEqual(seen, { id, lit: true, inSight: true });
  assert.equal(await page.locator('dialog[open]').count(), 0);
}
