import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { placeOf } from '../../lib/corpus/facts/fact-at.ts';
import { rowsOf } from '../../lib/corpus/facts/rows-of.ts';
import { readBundles } from '../../lib/diff/bundle/read-bundles.ts';
import { siteInBrowser } from '../helpers/site/site-in-browser.ts';
import { LIVE_CORPUS, LIVE_FILES, liveSite } from './live-spec.ts';

const site = siteInBrowser(liveSite);

/** The elements of a page with an id and a link, by id. */
async function linkedIds(page: string): Promise<ReadonlySet<string>> {
  const html = await readFile(join(await liveSite(), page, 'index.html'), 'utf8');
  return new Set([...html.matchAll(/<a id="([^"]*)" href="[^"]+"/g)].map(([, id]) => id ?? ''));
}

test('a frozen page has what a stanza takes from others at its anchor, with a link to where it was described', async () => {
  const newest = readBundles(LIVE_FILES).bundles.at(-1);
  assert.ok(newest !== undefined);
  const released = new Set(newest.facts.map(({ path }) => path));
  const missing: string[] = [];
  for (const id of LIVE_CORPUS.definitions.stanza.keys()) {
    if (!newest.definitions.some((one) => one.kind === 'stanza' && one.id === id)) continue;
    const ids = await linkedIds(`v/${newest.version}/stanzas/${id}`);
    for (const fact of rowsOf(LIVE_CORPUS, 'stanza', id)) {
      const place = placeOf('stanza', id, fact);
      const parent = fact.node === '' || released.has(`${id}:${fact.node.split('/')[0]}`);
      if (place === undefined || !released.has(fact.path) || !parent) continue;
      if (!ids.has(fact.anchor)) missing.push(place);
    }
  }
  assert.deepEqual(missing, []);
});

test('a shared fact is cited at its place, with the node that has it, and the address leads there', async (t) => {
  const page = await site.page(t, {
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  await page.getByRole('button', { name: 'Cite call-offer:offer@call-id', exact: true }).click();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(
    line,
    /, call-offer:offer@call-id from call-action \(\w+\) http\S+\/stanzas\/call-offer\/#offer@call-id$/,
  );
  await page.goto(line.split(' ').at(-1) ?? '');
  assert.equal(await page.locator(':target').getAttribute('id'), 'offer@call-id');
});
