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

/**
 * What axe-core finds on a page, a line each.
 * @param whole whether what stands around the content is looked at too
 */
function axe(page: Page, whole: boolean, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ only, context }) => {
      const { axe: core } = globalThis as unknown as {
        axe: { run: (context: object, options: object) => Promise<AxeResults> };
      };
      const result = await core.run(context, {
        resultTypes: ['violations'],
        iframes: false,
        ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
      });
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ target }) => `${id} at ${target}`),
      );
    },
    { only: rules, context: whole ? { include: [['html']] } : { exclude: [['nav.side'], ['footer.site']] } },
  );
}
interface AxeResults {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

// The frame is the same on each page, and so are the colours on each page of a kind: the first of each kind is
// looked at whole, in both schemes at both widths.
test('axe finds nothing on any page, at 1280 px in light and at 390 px in dark with folds open; of each kind of page also the other way round', async () => {
  const wrong: string[] = [];
  const kinds = new Set<string>();
  await site.visit(
    // The policy of the page is lifted so that axe can be put into it.
    { viewport: WIDE, colorScheme: 'light', bypassCSP: true },
    async (page, path) => {
      const kind = path.split('/').length > 3 ? path.replace(/[^/]+\/$/, '') : path;
      const whole = !kinds.has(kind);
      kinds.add(kind);
      const ask = async (how: string, rules?: readonly string[]) =>
        wrong.push(...(await axe(page, whole, rules)).map((one) => `${path} ${how}: ${one}`));
      await ask('1280 px, light');
      await page.emulateMedia({ colorScheme: 'dark' });
      if (whole) await ask('1280 px, dark', ['color-contrast']);
      await page.setViewportSize(NARROW);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      await ask('390 px, dark, folds open', ['color-contrast', ...OF_THE_LAYOUT]);
      await page.emulateMedia({ colorScheme: 'light' });
      if (whole) await ask('390 px, light, folds open', ['color-contrast']);
      await page.setViewportSize(WIDE);
    },
    async (context) => {
      await context.addInitScript({ path: AXE });
    },
    site.present,
  );
  assert.deepEqual(wrong, []);
});
