import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser } from '../../../helpers/site/site-in-browser.ts';
import { liveSite } from '../../live-spec.ts';

const site = siteInBrowser(liveSite);

test('an example in the fold of its leg has its other forms too', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  const fold = page.locator('.leg');
  await fold.locator(':scope > summary').click();
  await fold.getByRole('radio', { name: 'TypeScript' }).first().check();
  await fold.locator('.typescript').waitFor();
  assert.match(await fold.locator('pre:visible').first().innerText(), /'delivered'/);
});
