import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { buildOnce } from '../../helpers/site/build-once.ts';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';
import { minimalStanza } from '../../helpers/temp-spec.ts';

const attribute = (name: string, ...sources: string[]): string =>
  `{ name: ${name}, type: string, confidence: speculative, description: What it is.,
    provenance: { sources: [${sources.map((source) => `'${source}'`).join(', ')}] } }`;

const FILES = {
  'spec.yaml': '{ title: Small, version: 1.0.0, summary: A spec. }',
  'flavors/meow.yaml':
    "{ id: meow, name: Meow, repository: 'https://github.com/example/meow', commit: '0123456789abcdef0123456789abcdef01234567' }",
  'flavors/purr.yaml':
    "{ id: purr, name: Purr <b>, repository: 'https://github.com/example/purr', commit: '0123456789abcdef0123456789abcdef01234567' }",
  'stanzas/ping.yaml': minimalStanza(
    'ping',
    `attributes: [${[
      attribute('same', 'meow:a.go#L1 writes', 'purr:a.go#L1 writes'),
      attribute('tone', 'meow:a.go#L2 writes', 'purr:a.go#L2 reads'),
      attribute('alone', 'purr:a.go#L3 writes'),
      attribute('named', 'meow:a.go#L4 writes', 'purr:a.go#L4 names'),
    ].join(', ')}]\n`,
  ),
  'stanzas/pong.yaml': minimalStanza('pong', `attributes: [${attribute('tone', 'purr:b.go#L1 writes')}]\n`),
};

const made: string[] = [];
const site = siteInBrowser(async () => {
  const spec = await mkdtemp(join(tmpdir(), 'stanza-catalog-'));
  made.push(spec);
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(spec, path)), { recursive: true });
    await writeFile(join(spec, path), text);
  }
  const folder = await buildOnce(spec);
  made.push(dirname(folder));
  return folder;
});
after(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

test('two implementations are compared on the page of one; the other is in the URL', async (t) => {
  const page = await site.page(t);
  await page.goto(`${site.origin}/flavors/meow/`);
  assert.equal(await page.locator('.differences > table').count(), 0);
  const stanzas = page.locator('client-compare select.of');
  assert.equal(await stanzas.isVisible(), false);
  await page.selectOption('client-compare select:not(.of)', 'purr');
  await page.locator('.differences > table').waitFor();
  assert.match(await page.getByRole('status').innerText(), /^3 differences from Purr <b>\./);
  assert.deepEqual(await page.locator('.differences > table tr').allInnerTexts(), [
    'Part\tMeow\tPurr <b>',
    'ping',
    '@tone\twrites\treads',
    '@alone\tnot seen\twrites',
    'pong',
    '@tone\tnot seen\twrites',
  ]);
  const fold = page.locator('.differences > details');
  assert.equal(await fold.locator('summary').innerText(), '1 part that one of them only names');
  await fold.locator('summary').click();
  assert.deepEqual(await fold.locator('tbody tr').allInnerTexts(), ['ping', '@named\twrites\tnames']);
  assert.match(page.url(), /\?with=purr$/);

  await stanzas.selectOption('pong');
  assert.deepEqual(await page.locator('.differences > table tbody tr').allInnerTexts(), [
    'pong',
    '@tone\tnot seen\twrites',
  ]);
  assert.equal(await fold.count(), 0);
  assert.match(page.url(), /\?with=purr&of=pong$/);
  await page.goto(`${site.origin}/flavors/meow/?of=ping`);
  await page.selectOption('client-compare select:not(.of)', 'purr');
  await page.locator('.differences > table').waitFor();
  assert.equal(await stanzas.inputValue(), 'ping', 'the stanza of a link is chosen');
  assert.equal(await page.locator('.differences > table tbody').count(), 1);
  await page.locator('.differences tbody a').first().click();
  await page.waitForURL(/\/stanzas\/ping\/#@tone$/);
  assert.ok(await page.locator(':target').count());
  await page.goBack();
  await page.locator('.differences > table').waitFor();
});
