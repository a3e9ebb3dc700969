import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';

const WIDE = { width: 1280, height: 700 };

const site = siteInBrowser();

test('"On this page" marks the part that is read, and stays a list of links without a script', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  const list = page.getByRole('complementary', { name: 'On this page' });
  const marked = list.locator('[aria-current="location"]');
  // Each where its link leads, however short it is and however near the end.
  for (const link of await list.getByRole('link').all()) {
    await link.click();
    const href = await link.getAttribute('href');
    await page.waitForFunction(
      (to) => document.querySelector('.toc [aria-current]')?.getAttribute('href') === to,
      href,
    );
  }
  await list.getByRole('link', { name: 'Examples' }).click();
  await page.evaluate(() => document.querySelector('[id="terminate@reason"]')?.scrollIntoView());
  await page.waitForFunction(
    () => document.querySelector('.toc [aria-current]')?.getAttribute('href') !== '#~examples',
  );
  assert.equal(await marked.count(), 1);
  const plain = await site.page(t, { viewport: WIDE, javaScriptEnabled: false });
  await plain.goto(`${site.origin}/stanzas/call-terminate/`);
  assert.equal(await plain.locator('.toc [aria-current]').count(), 0);
  assert.ok((await plain.locator('.toc a').count()) > 5);
});

const rowNames = (page: Page) =>
  page
    .locator('.catalog tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.firstElementChild?.textContent?.trim()));

test('the catalog is sorted across its groups, and comes back to them', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/`);
  const before = await rowNames(page);
  const groups = await page.locator('.catalog .group').count();
  assert.ok(groups > 1);
  const facts = page.getByRole('button', { name: 'Facts' });
  const counts = () =>
    page
      .locator('.catalog tbody tr td:has(.tally)')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
  await facts.click();
  const ascending = await counts();
  assert.deepEqual(
    ascending,
    ascending.toSorted((a, b) => a - b),
  );
  assert.equal(await page.locator('.catalog .group').count(), 0);
  assert.equal(ascending.length, before.length - groups);
  await facts.click();
  assert.equal((await counts())[0], Math.max(...ascending));
  await facts.click();
  assert.deepEqual(await rowNames(page), before);
});

test('the sidebar starts at its top, and shows the entry of the page', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  const top = () => page.locator('nav.side').evaluate((one) => one.scrollTop);
  for (const path of ['/', '/stanzas/']) {
    await page.goto(site.origin + path);
    // The browser may move the current entry off the edge, by less than a line.
    assert.ok((await top()) < 8, path);
  }
  // In a low window it is scrolled as far as the entry needs.
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(`${site.origin}/report/`);
  const entry = await page.locator('nav.side [aria-current="page"]').boundingBox();
  assert.ok(entry !== null && entry.y > 0 && entry.y + entry.height <= 600);
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  assert.ok(await page.locator('nav.side details[open] [aria-current="page"]').isVisible());
});

test('the content has a name, and its title is the first heading of the page', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  for (const path of ['/', '/stanzas/', '/stanzas/call-terminate/', '/404.html']) {
    await page.goto(site.origin + path);
    assert.notEqual((await page.getByRole('main').getAttribute('aria-label')) ?? '', '', path);
    const [first] = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((one) => one.localName));
    assert.equal(first, 'h1', path);
  }
});

test('with the spacing of text that readers may set, the catalog and the overview do not scroll sideways', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  for (const path of ['/', '/stanzas/'])
    for (const width of [1280, 820, 390]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(site.origin + path);
      const wide = await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
        );
        document.adoptedStyleSheets = [sheet];
        return document.documentElement.scrollWidth;
      });
      assert.ok(wide <= width, `${path} at ${width}: ${wide}`);
    }
});

test('the name of the site is whole at every zoom', async (t) => {
  const page = await site.page(t);
  await page.goto(site.origin);
  for (const width of [256, 320, 390, 640]) {
    await page.setViewportSize({ width, height: 600 });
    const cut = await page.locator('.brand').evaluate((one) => {
      const { right } = one.getBoundingClientRect();
      return one.scrollWidth > one.clientWidth + 1 || right > innerWidth;
    });
    assert.equal(cut, false, String(width));
  }
});

test('on a phone a stanza of the catalog is two lines', async (t) => {
  const page = await site.page(t, { viewport: { width: 390, height: 800 } });
  await page.goto(`${site.origin}/stanzas/`);
  const heights = await page
    .locator('.catalog tbody tr:not(.group)')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  const sorted = heights.toSorted((a, b) => a - b);
  assert.ok((sorted[Math.floor(sorted.length / 2)] ?? 999) < 95, heights.join());
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
});
