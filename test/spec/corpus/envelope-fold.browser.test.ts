import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';
import { liveSite } from '../live-spec.ts';

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
