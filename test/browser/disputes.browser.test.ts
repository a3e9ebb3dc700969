import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { FIXTURE_CORPUS } from '../helpers/fixture-spec.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { siteInBrowser } from '../helpers/site/site-in-browser.ts';
import { AXE, axe } from './axe.ts';

const site = siteInBrowser();
const disputed = FIXTURE_CORPUS.facts.filter(({ disputes }) => disputes.length > 0);

test('disputes can be filtered by implementation and kind, and say what both sides say', async (t) => {
  const page = await site.page(t, { bypassCSP: true });
  await page.goto(`${site.origin}/disputes/?kind=value`);
  await page.getByText('disputed facts match').waitFor();
  const values = disputed.filter(({ kind }) => kind === 'value').map(({ path }) => path);
  assert.ok(values.length > 1);
  const paths = () => page.locator('.found-disputes .path a').allInnerTexts();
  assert.deepEqual([...new Set(await paths())].sort(), values.toSorted());
  assert.ok(values.length <= 100);
  const first = page.locator('.found-disputes li').first();
  await first.getByText('The spec says').waitFor();
  assert.match(await first.innerText(), /Contradicting claim/);
  const flavors = await page
    .locator('select[name="flavor"] option')
    .evaluateAll((options) =>
      options
        .filter((one) => one instanceof HTMLOptionElement && one.value !== '' && !/\(0\)$/.test(one.text))
        .map((one) => (one as HTMLOptionElement).value),
    );
  const [flavor = ''] = flavors;
  await page.selectOption('select[name="flavor"]', flavor);
  const some = await paths();
  assert.ok(some.length > 0 && some.length <= values.length);
  assert.match(page.url(), new RegExp(`\\?flavor=${flavor}&kind=value$`));
  await page.addScriptTag({ path: AXE });
  assert.deepEqual((await axe(page, { of: 'page' })).wrong, []);
  await page.getByRole('button', { name: 'Reset filters' }).click();
  assert.ok(await page.locator('.disputed').first().isVisible());
});

test('every dispute is on one of the pages, and an address of former times leads to one that has it', async () => {
  const folder = join(await builtSite(), 'disputes');
  const numbers = (await readdir(folder)).filter((name) => /^\d+$/.test(name));
  const first = await readFile(join(folder, 'index.html'), 'utf8');
  const rest = await Promise.all(numbers.map((name) => readFile(join(folder, name, 'index.html'), 'utf8')));
  const all = [first, ...rest].join('');
  for (const { path } of disputed) assert.ok(all.includes(`>${path}</a>`), path);
  const open = disputed.filter(({ disputes }) => disputes.some(({ status }) => status !== 'resolved'));
  for (const { ownerKind, owner } of open) {
    const id = `~open-${ownerKind}-${owner}`;
    assert.equal(first.split(`id="${id}"`).length, 2, id);
  }
});
