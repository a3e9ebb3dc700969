import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser } from '../../../helpers/site/site-in-browser.ts';
import { liveSite } from '../../live-spec.ts';

const site = siteInBrowser(liveSite);

test('what the heaviest pages only name of their envelope has its rows in the fold', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  const fold = page.locator('details:has(> [data-bring][href^="sources/"])');
  const words = await fold.locator('summary').innerText();
  const [, count = ''] = /^(\d+) facts from call-envelope: /.exec(words) ?? [];
  await fold.locator('summary').click();
  const rows = page.getByRole('table', { name: 'Facts of the envelope' }).locator('tbody');
  await rows.first().waitFor();
  assert.equal(await rows.count(), Number(count));
  assert.match(await rows.first().innerText(), /Sent: .*Delivered: /);
  assert.equal(await page.locator(`[id="${await rows.first().getAttribute('id')}"]`).count(), 1);
});

test('an address of one of them opens the fold, and leads to its row', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/stanzas/call-offer/#@retry`);
  const row = page.locator('tbody:target');
  await row.waitFor();
  assert.match(await row.innerText(), /^retry/);
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  await page.locator('.code a[href="#@t"]').click();
  await page.locator('tbody:target').waitFor();
  assert.equal(await page.locator('tbody:target').getAttribute('id'), '@t');
  await row.getByRole('button', { name: 'Cite' }).waitFor();
});
