import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { SEARCH_START, type SearchRow, type SearchStart } from '../../lib/search/search-start.ts';
import { buildFrom } from '../../scripts/build.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { serve } from '../helpers/site/serve.ts';
import { siteInBrowser } from '../helpers/site/site-in-browser.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { THOROUGH } from '../helpers/thorough.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
const WINDOWS = [
  ['1280 px', WIDE],
  ['390 px', NARROW],
] as const;
const START = '/stanzas/call-reject/';

const site = siteInBrowser();

/** A page of its own, with all that went wrong in it: messages of the console are violations of the policy, too. */
async function open(
  t: TestContext,
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrong: string[] }> {
  const page = await site.page(t, { viewport: WIDE, reducedMotion: 'reduce', ...options });
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('requestfailed', (request) => wrong.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(path.startsWith('http') ? path : site.origin + path);
  return { page, wrong };
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Search facts' });
// The choice of theme in the header has options, too.
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option');

async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  // All at once: results for half of it would be a race.
  await page.keyboard.insertText(query);
  await results(page).first().waitFor();
}

/** The row that the address names must be in sight, and look unlike its neighbours. */
async function assertLanded(page: Page, id: string): Promise<void> {
  await page.waitForURL((url) => url.hash !== '' && decodeURIComponent(url.hash.slice(1)) === id);
  const row = page.locator(':target');
  await row.waitFor();
  const seen = await row.evaluate((element) => {
    const lit = [element, element.firstElementChild].some(
      (one) => one !== null && getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)',
    );
    const { top } = element.getBoundingClientRect();
    const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    return { id: element.id, lit, inSight: top >= header - 1 && top < innerHeight };
  });
  assert.deepEqual(seen, { id, lit: true, inSight: true });
  assert.equal(await page.locator('dialog[open]').count(), 0);
}

test('every URL in the index is a page of the site, and a row on it', async () => {
  const folder = await builtSite();
  const json = async (name: string) => JSON.parse(await readFile(join(folder, 'search', name), 'utf8'));
  const start: SearchStart = await json(SEARCH_START);
  const pages = new Map<string, string>();
  const wrong: string[] = [];
  for (const [, name] of start.entries) {
    const rows: SearchRow[] = await json(name);
    for (const [kind, , href] of rows) {
      const { pathname, hash } = new URL(href, 'http://x');
      const html =
        pages.get(pathname) ??
        (await readFile(join(folder, decodeURIComponent(pathname), 'index.html'), 'utf8').catch(() => ''));
      pages.set(pathname, html);
      const id = decodeURIComponent(hash.slice(1)).replaceAll('&', '&#38;').replaceAll('"', '&#34;');
      if (html === '' || (hash !== '' && !html.includes(`id="${id}"`))) wrong.push(`${kind} ${href}`);
    }
  }
  assert.deepEqual(wrong, []);
  for (const path of ['/', '/stanzas/', '/enums/', '/questions/', '/glossary/', '/stanzas/call-offer/'])
    assert.ok(pages.has(path), path);
});

test('the index of the built site is at most 60 KB, and the script at most 15 KB, compressed', async (t) => {
  const { page } = await open(t, START);
  const folder = await builtSite();
  const sizes = { index: 0, scripts: 0 };
  const read: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') read.push(new URL(request.url()).pathname);
  });
  assert.equal(await page.locator('dialog').count(), 0, 'nothing is made or read before it is asked for');
  await ask(page, 'creator');
  const scripts = await page
    .locator('script[src]')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLScriptElement).src).pathname));
  for (const path of read) sizes.index += gzipSync(await readFile(join(folder, path))).length;
  for (const path of scripts) sizes.scripts += gzipSync(await readFile(join(folder, path))).length;
  assert.ok(read.length > 0 && read.every((path) => path.startsWith('/search/')), read.join());
  assert.ok(sizes.index <= 60 * 1024 && sizes.scripts <= 15 * 1024, JSON.stringify(sizes));
});

const ROWS = [
  ['call-terminate:terminate@reason', 'terminate@reason'],
  ['call-terminate:@from', '@from'],
  ['call-offer:offer/destination', 'offer/destination'],
  ['terminate-reasons=busy', 'busy'],
  ['call-reject-reason-subset', 'question-call-reject-reason-subset'],
  ['hop-by-hop key', 'term-hop-by-hop-key'],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: by keyboard, from / to the row`, async (t) => {
    const { page, wrong } = await open(t, START, { colorScheme });
    // Each kind of row is lit by a rule of its own, and the rules are the same in both schemes.
    for (const [query, id] of colorScheme === 'light' && THOROUGH ? ROWS : ROWS.slice(0, 2)) {
      await ask(page, query);
      await page.keyboard.press('Enter');
      await assertLanded(page, id);
    }
    assert.deepEqual(wrong, []);
  });

  test(`${colorScheme}: by mouse, from the link in the header to a row; a result is a link`, async (t) => {
    const { page, wrong } = await open(t, '/', { colorScheme });
    await page.getByRole('link', { name: 'Search facts' }).click();
    await page.keyboard.insertText('terminate_hint');
    const first = results(page).first();
    assert.match(
      await first.innerText(),
      /terminate_hint\s+attribute\s+\w+\s+call-terminate:terminate@terminate_hint\s+\w/,
    );
    const [tab] = await Promise.all([page.context().waitForEvent('page'), first.click({ button: 'middle' })]);
    assert.match(tab.url(), /\/stanzas\/call-terminate\/#terminate@terminate_hint$|about:blank/);
    await tab.close();
    await first.click();
    await assertLanded(page, 'terminate@terminate_hint');
    assert.deepEqual(wrong, []);
  });
}

for (const [name, viewport] of THOROUGH ? WINDOWS : WINDOWS.slice(1)) {
  test(`axe finds nothing with search open at ${name}, light and dark`, async (t) => {
    const { page } = await open(t, START, { viewport, colorScheme: 'light', bypassCSP: true });
    await page.addScriptTag({ path: AXE });
    const axe = (rules?: readonly string[]) =>
      page.evaluate(async (only) => {
        const { axe: core } = globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } };
        const options = only === undefined ? {} : { runOnly: { type: 'rule', values: only } };
        const { violations } = await core.run(options);
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target}`));
      }, rules);
    await page.keyboard.press('/');
    assert.deepEqual(await axe(), [], 'empty');
    await page.keyboard.insertText('creator');
    await results(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await axe(), [], 'with results');
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await axe(['color-contrast']), [], 'dark');
    const box = await page.locator('dialog').boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= viewport.width);
    if (viewport === NARROW) assert.equal(box.width, NARROW.width);
  });
}
interface AxeResults {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

test('arrows move through the results and around the ends; Escape closes and gives the focus back', async (t) => {
  const { page } = await open(t, START);
  const link = page.getByRole('link', { name: 'Search facts' });
  await link.focus();
  await ask(page, 'creator');
  const active = () =>
    field(page).evaluate((one) => [
      one.getAttribute('aria-activedescendant'),
      document.querySelector('[aria-selected]')?.id,
      document.querySelectorAll('[aria-selected]').length,
    ]);
  const at = (n: number) => [`~found-${n}`, `~found-${n}`, 1];
  const count = await results(page).count();
  assert.deepEqual(await active(), at(0));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.deepEqual(await active(), at(2));
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await active(), at(1));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await active(), at(count - 1));
  const last = results(page).last();
  const inside = await last.evaluate((one) => {
    const [row, list] = [one.getBoundingClientRect(), one.parentElement?.getBoundingClientRect()];
    return list !== undefined && row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
  });
  assert.ok(inside, 'the active result is in sight');
  assert.match(await page.getByRole('status').innerText(), /^\d+ results, showing the best \d+$/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.ok(await link.evaluate((one) => one === document.activeElement));
});

test('no result shows a message, and Enter does nothing', async (t) => {
  const { page, wrong } = await open(t, START);
  await page.keyboard.press('Control+k');
  await field(page).fill('zzzzqqqq');
  await page.getByText('Nothing found.').waitFor();
  await page.keyboard.press('Enter');
  assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
  assert.equal(page.url(), site.origin + START);
  await field(page).fill('');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '');
  assert.deepEqual(wrong, []);
});

test('Enter right after the last letter waits for the results', async (t) => {
  const { page } = await open(t, START);
  await page.keyboard.press('/');
  await page.keyboard.insertText('call-terminate:terminate@reason');
  await page.keyboard.press('Enter');
  await assertLanded(page, 'terminate@reason');
});

test('a slash typed into a field does not open the search', async (t) => {
  const { page } = await open(t, START);
  await page.keyboard.press('/');
  await page.keyboard.type('a/b');
  assert.equal(await field(page).inputValue(), 'a/b');
  await page.keyboard.press('Escape');
  await page.locator('theme-switch select').focus();
  await page.keyboard.press('/');
  assert.equal(await page.locator('dialog[open]').count(), 0);
});

test('an index that cannot be read shows a message, and is fetched again', async (t) => {
  const { page } = await open(t, START);
  await page.route('**/search/*.json', (route) => route.abort());
  await page.keyboard.press('/');
  await page.keyboard.insertText('creator');
  await page.getByText('could not be read').waitFor();
  await page.unroute('**/search/*.json');
  await page.keyboard.insertText('s');
  await results(page).first().waitFor();
});

test('the search page keeps the query in its URL, and restores it', async (t) => {
  const { page, wrong } = await open(t, '/search/?q=call_creator');
  await results(page).first().waitFor();
  assert.equal(await field(page).inputValue(), 'call_creator');
  await page.keyboard.press('/');
  assert.equal(await page.locator('dialog').count(), 0, 'the field of the page is used');
  await page.keyboard.insertText('terminate & reason');
  await page.waitForURL(/\?q=terminate%20%26%20reason$/);
  await field(page).fill('');
  await page.waitForURL(/\/search\/$/);
  await page.locator('header.site a.search').click();
  assert.ok(await field(page).evaluate((one) => one === document.activeElement));
  assert.deepEqual(wrong, []);
});

test('without JavaScript the header links to a page that lists everything', async (t) => {
  const { page, wrong } = await open(t, START, { javaScriptEnabled: false });
  assert.equal(await page.locator('header.site kbd').isVisible(), false);
  await page.getByRole('link', { name: 'Search facts' }).click();
  await page.waitForURL(/\/search\/$/);
  const main = page.locator('main');
  assert.equal(await main.locator('input').count(), 0);
  for (const name of ['All stanzas', 'Enums', 'Open questions', 'Glossary', 'Techniques', 'Flavors'])
    assert.ok(await main.getByRole('link', { name, exact: true }).isVisible(), name);
  const single = main.locator('ul a[href*="/stanzas/call-"], ul a[href*="/flows/"]:not([href$="/flows/"])');
  assert.equal(await single.count(), 0, 'of definitions it names the lists');
  assert.deepEqual(wrong, []);
});

if (THOROUGH) {
  test('under a base path the index and the links of the results use it', async (t) => {
    const work = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
    t.after(() => rm(work, { recursive: true, force: true }));
    const spec = await tempFolder(t, {
      'stanzas/ping.yaml': minimalStanza(
        'ping',
        'attributes:\n  - { name: call-creator, type: jid, confidence: unknown, description: Who. }\n',
      ),
    });
    const io = testIo({ cwd: work });
    const base = '/some/base/';
    const code = await buildFrom(spec, join(work, 'dist'), io, { base });
    assert.equal(code, 0, io.stderr());
    const based = await serve(join(work, 'dist'), base);
    t.after(() => based.close());
    const { page, wrong } = await open(t, `${based.origin}${base}`);
    await ask(page, 'callcreator');
    await page.keyboard.press('Enter');
    await assertLanded(page, '@call-creator');
    assert.equal(new URL(page.url()).pathname, `${base}stanzas/ping/`);
    assert.deepEqual(wrong, []);
  });
}
