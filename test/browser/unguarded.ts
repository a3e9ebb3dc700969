import type { Browser, BrowserContext, Page } from 'playwright-core';
import { MARKER } from '../site/hostile-payloads.ts';

/** A window in which little of a page is painted. */
export const LOW = { width: 1280, height: 200 };

/** A page without its policy that says when something ran. */
export async function unguarded(
  browser: Browser,
  origin: string,
): Promise<{ context: BrowserContext; page: Page; ran: string[] }> {
  const context = await browser.newContext({ bypassCSP: true, viewport: LOW });
  const ran: string[] = [];
  await context.exposeFunction(MARKER, () => ran.push('the marker was called'));
  await context.route('**/*', (route) =>
    route.request().url().startsWith(origin) ? route.continue() : route.abort(),
  );
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) ran.push(`asks for ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    ran.push(`says ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(origin)) ran.push(`went to ${frame.url()}`);
  });
  page.on('pageerror', (error) => ran.push(`fails with ${error.message}`));
  await page.goto(`${origin}/404.html`);
  return { context, page, ran };
}
