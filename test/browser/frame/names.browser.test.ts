import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';

const site = siteInBrowser();
const STANZA = '/stanzas/call-terminate/';

test('each fold and button says of what it is, and no name has the sign of a link to a row', async (t) => {
  const page = await site.page(t);
  await page.goto(site.origin + STANZA);
  await page.getByRole('button', { name: /^Copy/ }).first().waitFor();
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
  });
  const tree = await page.getByRole('main').ariaSnapshot();
  assert.doesNotMatch(tree, /^\s*- (?:link|rowheader|heading|cell)[^\n]*(?:# "|"# | # )/m);
  const said = await page
    .locator('main :is(.known > summary, a.known, button)')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => one.getAttribute('aria-label') ?? one.textContent?.trim()),
    );
  assert.ok(said.length > 8);
  assert.deepEqual(
    said.filter((name, i) => said.indexOf(name) !== i),
    [],
  );
});

test('at 400 % nothing but tables and code scrolls sideways', async (t) => {
  const page = await site.page(t, { viewport: { width: 320, height: 256 } });
  const wide: string[] = [];
  for (const path of ['/', '/stanzas/', STANZA, '/flows/outgoing-1to1-audio/', '/facts/', '/workbench/']) {
    await page.goto(site.origin + path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${path}: ${width} px`);
  }
  assert.deepEqual(wide, []);
});

test('printed, no line strikes through the structure', async (t) => {
  const page = await site.page(t);
  await page.goto(site.origin + STANZA);
  await page.emulateMedia({ media: 'print' });
  const lines = await page
    .locator('main pre.code a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).textDecorationLine));
  assert.ok(lines.length > 5);
  assert.deepEqual([...new Set(lines)], ['none']);
});
