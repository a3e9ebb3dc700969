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

test('where a page has no room for the forms of its examples, a link brings their tabs', async (t) => {
  const page = await site.page(t, { viewport: WIDE, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  const example = page.locator('[id="~example-1"]');
  const code = example.locator('pre:visible');
  const link = example.getByRole('link', { name: 'node object and TypeScript' });
  const written = await code.innerText();
  await link.evaluate((one: HTMLElement) => {
    one.click();
    one.click();
  });
  const node = example.getByRole('radio', { name: 'Node object' });
  await node.waitFor();
  assert.ok(await node.evaluate((one) => one === document.activeElement), 'the tab has the focus');
  assert.deepEqual(Object.keys(JSON.parse(await code.innerText())), ['tag', 'attrs', 'content']);
  await page.keyboard.press('ArrowRight');
  assert.match(await code.innerText(), /^import type /);
  await example.locator('.typescript').getByRole('button', { name: 'Copy' }).waitFor();
  await example.getByRole('radio', { name: 'XML' }).check();
  assert.equal(await code.innerText(), written);
  assert.equal(new URL(page.url()).pathname, '/stanzas/call-offer/', 'a second click leads nowhere');
  await page.route('**/call-offer/examples/', (route) => route.abort(), { times: 1 });
  await page.reload();
  await link.click();
  await page.waitForURL('**/stanzas/call-offer/examples/#~example-1');
});

test('without JavaScript it leads to the page that has them', async (t) => {
  const page = await site.page(t, { javaScriptEnabled: false });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  await page.locator('[id="~example-1"]').getByRole('link', { name: 'TypeScript' }).click();
  await page.waitForURL('**/stanzas/call-offer/examples/#~example-1');
  assert.ok(await page.getByRole('radio', { name: 'TypeScript' }).first().isVisible());
});
