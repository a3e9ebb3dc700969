import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type EveryPage, everyPage } from './every-page.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** The rules of axe that can come out otherwise when the width changes or a fold opens. */
const OF_THE_LAYOUT = [
  'target-size',
  'scrollable-region-focusable',
  'link-in-text-block',
  'aria-hidden-focus',
  'bypass',
  'empty-heading',
  'heading-order',
  'landmark-one-main',
  'landmark-unique',
  'meta-viewport',
  'page-has-heading-one',
  'region',
  'button-name',
  'link-name',
  'label',
  'list',
  'listitem',
  'definition-list',
  'dlitem',
  'empty-table-header',
  'th-has-data-cells',
];

let site: EveryPage;
before(async () => {
  site = await everyPage();
});
after(() => site?.close());

/** What axe-core finds on a page, a line each. */
function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe: core } = globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } };
    const result = await core.run({
      resultTypes: ['violations'],
      iframes: false,
      ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
    });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target }) => `${id} at ${target}`),
    );
  }, rules);
}
interface AxeResults {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

test('axe finds nothing on any page at 1280 and 390 px, light and dark, folds closed and open', async () => {
  const wrong: string[] = [];
  await site.visit(
    // The policy of the page is lifted so that axe can be put into it.
    { viewport: WIDE, colorScheme: 'light', bypassCSP: true },
    async (page, path) => {
      const ask = async (how: string, rules?: readonly string[]) =>
        wrong.push(...(await axe(page, rules)).map((one) => `${path} ${how}: ${one}`));
      await ask('1280 px, light');
      // Of all rules only the contrast depends on the scheme.
      await page.emulateMedia({ colorScheme: 'dark' });
      await ask('1280 px, dark', ['color-contrast']);
      await page.setViewportSize(NARROW);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      await ask('390 px, dark, folds open', ['color-contrast', ...OF_THE_LAYOUT]);
      await page.emulateMedia({ colorScheme: 'light' });
      await ask('390 px, light, folds open', ['color-contrast']);
      await page.setViewportSize(WIDE);
    },
    async (context) => {
      await context.addInitScript({ path: AXE });
    },
  );
  assert.deepEqual(wrong, []);
});
