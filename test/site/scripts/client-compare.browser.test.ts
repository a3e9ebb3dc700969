import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOfClient } from '../../../lib/corpus/clients/parts-of-client.ts';
import { clientDifferences } from '../../../site/model/clients/client-differences.ts';
import { FIXTURE_CORPUS } from '../../helpers/fixture-spec.ts';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';

const site = siteInBrowser();

const partsOf = (id: string) =>
  partsOfClient(FIXTURE_CORPUS, id).map(({ fact, mark }) => ({
    path: fact.path,
    does: (['writes', 'reads'] as const).filter((one) => mark[one]),
  }));

test('two implementations are compared on the page of one; the other is in the URL', async (t) => {
  const [one = '', other = ''] = [...FIXTURE_CORPUS.definitions.flavor.keys()].filter(
    (id) => partsOf(id).length > 0,
  );
  const { deeds: differences, named } = clientDifferences(partsOf(one), partsOf(other));
  assert.ok(differences.length > 0);
  const page = await site.page(t);
  await page.goto(`${site.origin}/flavors/${one}/`);
  assert.equal(await page.locator('.differences > table').count(), 0);
  await page.selectOption('client-compare select', other);
  await page.locator('.differences > table').waitFor();
  assert.match(
    await page.getByRole('status').innerText(),
    new RegExp(`^${differences.length} differences? from `),
  );
  assert.equal(
    await page.locator('.differences > table tbody tr').count(),
    Math.min(differences.length, 200),
  );
  assert.equal(await page.locator('.differences > details tbody tr').count(), Math.min(named.length, 200));
  assert.match(page.url(), new RegExp(`\\?with=${other}$`));
  await page.locator('.differences tbody a').first().click();
  await page.waitForURL(/#/);
  assert.ok(await page.locator(':target').count());
  await page.goBack();
  await page.locator('.differences > table').waitFor();
});
