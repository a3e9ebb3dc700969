import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { THOROUGH } from '../../helpers/thorough.ts';
import { ask, field, results, START, searchSite, WIDE } from './search-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const NARROW = { width: 390, height: 844 };
const WINDOWS = [
  ['1280 px', WIDE],
  ['390 px', NARROW],
] as const;

const { origin, open } = searchSite();

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
  assert.match(
    await page.getByRole('dialog').getByRole('status').innerText(),
    /^\d+ results, showing the best \d+$/,
  );
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.ok(await link.evaluate((one) => one === document.activeElement));
});

test('Tab stays in the open search, whatever it shows', async (t) => {
  const { page } = await open(t, START);
  await page.keyboard.press('/');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const isInside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
  for (const query of ['', 'creator', 'zzzzqqqq']) {
    await field(page).fill(query);
    if (query === 'creator') await results(page).first().waitFor();
    if (query === 'zzzzqqqq') await page.getByText('Nothing found.').waitFor();
    await field(page).focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Close', `the next stop after the field, with ${query}`);
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      assert.ok(await isInside(), `${key} with ${query}`);
    }
  }
  await page.getByRole('button', { name: 'Close' }).click();
  assert.equal(await page.locator('dialog[open]').count(), 0);
});

test('no result shows a message, and Enter does nothing', async (t) => {
  const { page, wrong } = await open(t, START);
  await page.keyboard.press('Control+k');
  await field(page).fill('zzzzqqqq');
  await page.getByText('Nothing found.').waitFor();
  await page.keyboard.press('Enter');
  assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
  assert.equal(page.url(), origin() + START);
  await field(page).fill('');
  await page.waitForFunction(() => document.querySelector('dialog [role=status]')?.textContent === '');
  assert.deepEqual(wrong, []);
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
  for (const name of ['All stanzas', 'Enums', 'Open questions', 'Glossary', 'Techniques', 'Implementations'])
    assert.ok(await main.getByRole('link', { name, exact: true }).isVisible(), name);
  const single = main.locator('ul a[href*="/stanzas/call-"], ul a[href*="/flows/"]:not([href$="/flows/"])');
  assert.equal(await single.count(), 0, 'of definitions it names the lists');
  assert.deepEqual(wrong, []);
});
