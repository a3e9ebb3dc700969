import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';

const WIDE = { width: 1280, height: 900 };

const site = siteInBrowser();

test('the form of an example is chosen by keyboard, without JavaScript; what is printed is the XML', async (t) => {
  const page = await site.page(t, { viewport: WIDE, javaScriptEnabled: false });
  await page.goto(`${site.origin}/stanzas/call-preaccept/examples/`);
  const example = page.locator('section[id^="~example-"]:has(.forms)').first();
  const code = example.locator('pre:visible');
  await example.getByRole('radio', { name: 'XML' }).focus();
  assert.match(await code.innerText(), /^<call/);
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(Object.keys(JSON.parse(await code.innerText())), ['tag', 'attrs', 'content']);
  await page.keyboard.press('ArrowRight');
  assert.match(await code.innerText(), /^import type /);
  await page.emulateMedia({ media: 'print' });
  assert.match(await code.innerText(), /^<call/);
});

test('where a page has no room for the other forms of its examples, the first choice of one brings them', async (t) => {
  const page = await site.page(t, { viewport: WIDE, permissions: ['clipboard-read', 'clipboard-write'] });
  let isLate = Promise.resolve();
  let requests = 0;
  await page.route('**/call-offer/examples/', async (route) => {
    requests += 1;
    await isLate;
    await route.continue();
  });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  const example = page.locator('[id="~example-1"]');
  const code = example.locator('pre:visible');
  const written = await code.innerText();
  const late = Promise.withResolvers<void>();
  isLate = late.promise;
  await example.getByRole('radio', { name: 'XML' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await code.innerText(), written, 'the XML is shown until the others are there');
  await page.keyboard.press('ArrowRight');
  late.resolve();
  await example.locator('.typescript').waitFor();
  assert.match(await code.innerText(), /^import type /, 'the form that was chosen last');
  await page.keyboard.press('ArrowLeft');
  assert.deepEqual(Object.keys(JSON.parse(await code.innerText())), ['tag', 'attrs', 'content']);
  await example.locator('.node').getByRole('button', { name: 'Copy' }).waitFor();
  await example.getByRole('radio', { name: 'XML' }).check();
  assert.equal(await code.innerText(), written);
  assert.equal(requests, 1);
  assert.equal(new URL(page.url()).pathname, '/stanzas/call-offer/');
});

test('the page that has them is opened where they cannot be had', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.route('**/call-offer/examples/', (route) => route.abort(), { times: 1 });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  await page.locator('[id="~example-1"]').getByRole('radio', { name: 'TypeScript' }).check();
  await page.waitForURL('**/stanzas/call-offer/examples/#~example-1');
});

test('without JavaScript a link leads to the page that has them', async (t) => {
  const page = await site.page(t, { javaScriptEnabled: false });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  const examples = page.locator('.examples');
  assert.equal(await examples.getByRole('radio').first().isVisible(), false, 'nothing that does nothing');
  await examples.getByRole('link', { name: 'TypeScript' }).click();
  await page.waitForURL('**/stanzas/call-offer/examples/');
  assert.ok(await page.getByRole('radio', { name: 'TypeScript' }).first().isVisible());
});
