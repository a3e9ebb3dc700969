import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';

const WIDE = { width: 1280, height: 900 };

const site = siteInBrowser();

test('the fold of its implementations has what each does with every part of a stanza', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  let requests = 0;
  await page.route('**/call-offer/implementations/', (route) => {
    requests += 1;
    return route.continue();
  });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  const fold = page.locator('[id="~implementations"]');
  const matrix = fold.getByRole('table');
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const closed = await height();
  await fold.locator('summary').focus();
  await page.keyboard.press('Enter');
  await matrix.waitFor();
  assert.ok((await matrix.getByRole('row').count()) > 10);
  const column = await matrix.getByRole('columnheader').nth(1).boundingBox();
  assert.ok(column !== null && column.height > column.width, 'the styles of the table are there');
  await fold.locator('summary').click();
  assert.equal(await matrix.isVisible(), false);
  assert.equal(await height(), closed, 'its styles change nothing else');
  await fold.locator('summary').click();
  assert.equal(await matrix.count(), 1);
  assert.equal(requests, 1);
  await matrix.getByRole('link', { name: 'offer', exact: true }).click();
  assert.equal(page.url(), `${site.origin}/stanzas/call-offer/#offer`);
});

test('the fold of a release has its changes, from the page of the history where there are many', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  await page.getByRole('navigation', { name: 'Versions' }).getByRole('link', { name: 'History' }).click();
  const first = page.locator('[id="~releases"] > li:has(details)').last();
  const words = await first.locator('summary').first().innerText();
  await first.locator('summary').first().click();
  const changes = first.locator('.lines > li');
  await changes.first().waitFor();
  assert.match(words, /added/);
  assert.equal(await first.getByRole('link', { name: 'In the whole history' }).count(), 1);
  assert.ok((await changes.count()) > 3);
  const link = first.locator('.lines a').first();
  assert.equal(new URL((await link.getAttribute('href')) ?? '', site.origin).origin, site.origin);
});

test('a link leads to what a fold cannot bring, and to all of it without JavaScript', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.route('**/call-offer/implementations/', (route) => route.abort(), { times: 1 });
  for (const one of [page, await site.page(t, { javaScriptEnabled: false })]) {
    await one.goto(`${site.origin}/stanzas/call-offer/`);
    const fold = one.locator('[id="~implementations"]');
    await fold.locator('summary').click();
    await fold.getByRole('link', { name: 'On a page of its own' }).click();
    await one.waitForURL('**/stanzas/call-offer/implementations/');
  }
});

test('the lines of the matrix are between its columns on phones, too', async (t) => {
  const page = await site.page(t, { viewport: { width: 390, height: 844 } });
  for (const id of ['call-offer', 'call-link', 'call-terminate']) {
    await page.goto(`${site.origin}/stanzas/${id}/implementations/`);
    const [wide, lines] = await page.locator('.matrix').evaluate((table) => {
      const body = table.querySelector('tbody') as Element;
      const name = body.querySelector('th') as Element;
      return [name.getBoundingClientRect().width, getComputedStyle(body).backgroundPositionX];
    });
    assert.equal(`${wide}px`, lines, id);
  }
});
