import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { FIXTURE_CORPUS } from '../helpers/fixture-spec.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { siteInBrowser } from '../helpers/site/site-in-browser.ts';
import { AXE, axe } from './axe.ts';

const site = siteInBrowser();
const total = FIXTURE_CORPUS.facts.length;

const shown = (page: Page) => page.locator('.all-facts tr.fact:visible').count();
const status = (page: Page) => page.getByRole('status').innerText();
const matches = (words: string) => Number(/^(\d+) of \d+ facts match/.exec(words)?.[1]);
const settled = (page: Page) =>
  page.waitForFunction(() => !/Loading/.test(document.querySelector('[role="status"]')?.textContent ?? ''));

test('the filter finds facts, counts them, and keeps its state in the URL', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/facts/`);
  assert.equal(await shown(page), 0);
  const index = page.locator('.list-index');
  assert.ok(await index.isVisible());
  await page.selectOption('select[name="stanza"]', 'call-terminate');
  await page.selectOption('select[name="kind"]', 'child');
  await page.getByText('facts match').waitFor();
  const some = FIXTURE_CORPUS.factsOf.stanza
    .get('call-terminate')
    ?.filter(({ kind }) => kind === 'child').length;
  assert.ok(some);
  assert.equal(await status(page), `${some} of ${total} facts match.`);
  assert.equal(await shown(page), some);
  assert.match(page.url(), /\/facts\/\?stanza=call-terminate&kind=child$/);
  assert.match(await page.locator('.summary-words').innerText(), new RegExp(`Found: .*${some} `));

  const again = await site.page(t);
  await again.goto(page.url());
  await again.getByText('facts match').waitFor();
  assert.equal(await shown(again), some);
  assert.equal(await again.locator('select[name="kind"]').inputValue(), 'child');
  await again.fill('input[name="path"]', 'no such path');
  assert.equal(await status(again), `0 of ${total} facts match.`);
  assert.equal(await shown(again), 0);
  await again.getByRole('button', { name: 'Reset filters' }).click();
  assert.ok(await again.locator('.list-index').isVisible());
  assert.match(again.url(), /\/facts\/$/);
  assert.match(await again.locator('.summary-words').innerText(), new RegExp(`^${total} facts`));
});

test('each choice says how many facts it would find beside the others', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/facts/?stanza=call-terminate`);
  await page.getByText('facts match').waitFor();
  const facts = FIXTURE_CORPUS.factsOf.stanza.get('call-terminate') ?? [];
  for (const kind of ['attribute', 'child', 'value']) {
    const text = await page.locator(`select[name="kind"] option[value="${kind}"]`).innerText();
    assert.equal(text, `${kind} (${facts.filter((one) => one.kind === kind).length})`);
  }
  // The choices of the field that is set stay as they would be without it.
  const other = FIXTURE_CORPUS.factsOf.stanza.get('call-offer')?.length;
  assert.equal(
    await page.locator('select[name="stanza"] option[value="call-offer"]').innerText(),
    `call-offer (${other})`,
  );
});

test('many facts are shown in parts, by keyboard too, each with what it says', async (t) => {
  const page = await site.page(t, { bypassCSP: true });
  await page.goto(`${site.origin}/facts/?path=e`);
  await page.getByText('facts match').waitFor();
  assert.equal(await shown(page), 100);
  assert.match(await status(page), /The first 100 are shown\.$/);
  const more = page.getByRole('button', { name: /^Show \d+ more of \d+$/ });
  await more.focus();
  await page.keyboard.press('Enter');
  const found = Math.min(200, matches(await status(page)));
  assert.ok(found > 100);
  assert.equal(await shown(page), found);
  // The focus is where reading goes on.
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'A');
  const first = page.locator('.all-facts tr.fact').first();
  const href = (await first.locator('a').first().getAttribute('href')) ?? '';
  const path = (await first.locator('th').innerText()).replaceAll('\u200b', '');
  const fact = FIXTURE_CORPUS.facts.find((one) => one.path === path);
  assert.ok(fact, path);
  await page
    .locator('.all-facts tr.says td')
    .first()
    .filter({ hasText: fact.description.slice(0, 10) })
    .waitFor();
  await page.addScriptTag({ path: AXE });
  // Nothing is half under the head of the table, which axe takes for a small target.
  await page.evaluate(() => scrollTo(0, 0));
  assert.deepEqual((await axe(page, { of: 'page' })).wrong, []);
  await page.goto(`${site.origin}${href}`);
  assert.equal(await page.evaluate(() => decodeURIComponent(location.hash.slice(1)) !== ''), true);
  assert.ok(
    await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null),
  );
});

// Everything would be a wrong answer to a link that asks for something.
test('an unknown value in the URL shows no fact and a message', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/facts/?technique=none-such&kind=child`);
  assert.equal(await shown(page), 0);
  assert.equal(
    await status(page),
    "The spec has no technique 'none-such', so none of the facts is shown. Choose another, or reset the filters.",
  );
  await page.selectOption('select[name="technique"]', '');
  await page.getByText('facts match').waitFor();
  const rows = await page.locator('.all-facts tr.fact td:nth-of-type(1)').allInnerTexts();
  assert.deepEqual([...new Set(rows)], ['child']);
  assert.doesNotMatch(page.url(), /none-such/);
});

test('a definition in the index filters by it, and going back leads back', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/facts/`);
  await page.locator('.list-index').getByRole('link', { name: 'Call Terminate', exact: true }).click();
  await page.getByText('facts match').waitFor();
  assert.match(page.url(), /\/facts\/\?stanza=call-terminate$/);
  await page.goBack();
  assert.ok(await page.locator('.list-index').isVisible());
});

test('without JavaScript the index leads to every fact', async (t) => {
  const page = await site.page(t, { javaScriptEnabled: false });
  await page.goto(`${site.origin}/facts/?kind=child`);
  assert.equal(await page.locator('fact-filter').isVisible(), false);
  await page.locator('.list-index').getByRole('link', { name: 'Call Terminate', exact: true }).click();
  assert.ok(await page.locator('tbody:target').isVisible());
  const folder = join(await builtSite(), 'facts');
  const pages = (await readdir(folder)).filter((name) => /^\d+$/.test(name));
  const html = await Promise.all(pages.map((name) => readFile(join(folder, name, 'index.html'), 'utf8')));
  const rows = html.join('').match(/<tr class="fact">/g) ?? [];
  assert.equal(rows.length, total);
});

test('the page of all facts is light, and what its filter reads is too', async () => {
  const folder = join(await builtSite(), 'facts');
  for (const [name, most] of [
    ['index.html', 20],
    ['index.json', 40],
  ] as const) {
    const { length } = gzipSync(await readFile(join(folder, name)));
    assert.ok(length <= most * 1024, `${name}: ${length} bytes`);
  }
});

/** The limit for emptying the filter on a slow device, in milliseconds. */
const QUICK = 200;

// The quickest of several: what else runs on the machine only adds to it.
test('emptying the filter takes less than 200 ms with a processor of a quarter of the speed', async (t) => {
  const page = await site.page(t, { viewport: { width: 390, height: 844 } });
  await page.goto(`${site.origin}/facts/?path=e`);
  await page.getByText('facts match').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  t.after(() => session.send('Emulation.setCPUThrottlingRate', { rate: 1 }));
  const times: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    await page.fill('input[name="path"]', 'e');
    await settled(page);
    times.push(
      await page.evaluate(async () => {
        const field = document.querySelector<HTMLInputElement>('input[name="path"]');
        if (field === null) throw new Error('no field');
        const start = performance.now();
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        // Until the next frame is painted: layout and style are what took seconds.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - start;
      }),
    );
  }
  assert.ok(await page.locator('.list-index').isVisible());
  assert.ok(Math.min(...times) < QUICK, `${times.map(Math.round).join(', ')} ms`);
});

test('a sequence is a list for screen readers, with sender and receiver, and is drawn as arrows', async (t) => {
  const page = await site.page(t, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/flows/outgoing-1to1-audio/`);
  const item = page.locator('.step-list > li').first();
  assert.match(await item.ariaSnapshot(), /Caller to Server:[\s\S]*link "offer"/);
  const first = page.locator('.steps > li').first();
  const href = (await first.getByRole('link').getAttribute('href')) ?? '';
  assert.equal(await item.getAttribute('id'), href.slice(1), 'an arrow leads to its step in the list');
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
  assert.ok(await item.getByText('→').isVisible());
});
