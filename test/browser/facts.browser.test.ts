import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { builtSite } from '../helpers/site/built-site.ts';
import { siteInBrowser } from '../helpers/site/site-in-browser.ts';

const site = siteInBrowser();

const shown = (page: Page) => page.locator('.all-facts tbody tr:visible').count();

test('the filter reduces the table, counts its rows, and keeps its state in the URL', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/facts/`);
  const total = await shown(page);
  assert.ok(total > 100);
  await page.selectOption('select[name="stanza"]', 'call-terminate');
  await page.selectOption('select[name="kind"]', 'child');
  const some = await shown(page);
  assert.ok(some > 0 && some < total);
  assert.equal(await page.getByRole('status').innerText(), `${some} of ${total} facts are shown.`);
  assert.match(page.url(), /\/facts\/\?stanza=call-terminate&kind=child$/);

  const again = await site.page(t);
  await again.goto(page.url());
  assert.equal(await shown(again), some);
  assert.equal(await again.locator('select[name="kind"]').inputValue(), 'child');
  await again.fill('input[name="path"]', 'no such path');
  assert.equal(await shown(again), 0);
  await again.getByRole('button', { name: 'Reset filters' }).click();
  assert.equal(await shown(again), total);
  assert.match(again.url(), /\/facts\/$/);
});

// Everything would be a wrong answer to a link that asks for something.
test('an unknown value in the URL shows no fact and a message', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/facts/?technique=none-such&kind=child`);
  assert.equal(await shown(page), 0);
  assert.equal(
    await page.getByRole('status').innerText(),
    "The spec has no technique 'none-such', so no fact is shown. Choose another, or reset the filters.",
  );
  await page.selectOption('select[name="technique"]', '');
  const rows = await page.locator('.all-facts tbody tr:visible td:nth-of-type(1)').allInnerTexts();
  assert.deepEqual([...new Set(rows)], ['child']);
  assert.doesNotMatch(page.url(), /none-such/);
});

test('without JavaScript all facts are shown, without the filter', async (t) => {
  const page = await site.page(t, { javaScriptEnabled: false });
  await page.goto(`${site.origin}/facts/?kind=child`);
  assert.ok((await shown(page)) > 100);
  assert.equal(await page.locator('fact-filter').isVisible(), false);
});

test('the page of all facts stays light', async () => {
  const html = await readFile(join(await builtSite(), 'facts/index.html'));
  assert.ok(gzipSync(html).length <= 80 * 1024, `${gzipSync(html).length} bytes`);
});

test('a sequence is a list for screen readers, with sender and receiver, and is drawn as arrows', async (t) => {
  const page = await site.page(t, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/flows/outgoing-1to1-audio/`);
  const first = page.locator('.steps > li').first();
  assert.match(await first.ariaSnapshot(), /paragraph: "?Caller to Server:"?\n[\s\S]*link "offer"/);
  const boxes = async (name: string) => {
    const box = await page.getByText(name, { exact: true }).first().boundingBox();
    assert.ok(box);
    return box.x + box.width / 2;
  };
  const arrow = await first.locator('.arrow').boundingBox();
  assert.ok(arrow);
  assert.ok(
    Math.abs(arrow.x - (await boxes('Caller'))) < 2,
    'the arrow begins at the lifeline of the caller',
  );
  assert.ok(Math.abs(arrow.x + arrow.width - (await boxes('Server'))) < 2, 'and ends at that of the server');
  await page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await first.locator('.arrow').isVisible(), false);
  assert.ok(await first.getByText('→').isVisible());
});
